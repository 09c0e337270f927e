package io.turnout.adapters.postgres;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Invitation;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// How the links of a batch stand, all of them in one look. Whoever uses a link takes a seat of its
/// event, so who holds the lock of that room sees every use that was made before.
final class InvitationRows {
    private static final String READ =
            """
            select link.link_id, link.event_id, uses,
                array_remove(array_agg(link_use order by link_use), null) as taken,
                array_remove(array_agg(registration_id order by link_use), null) as registrations
            from link
            left join registration on registration.org_id = link.org_id
                and registration.link_id = link.link_id and status <> 'cancelled'
            where link.org_id = :org and link.link_id = any(:links)
            group by link.org_id, link.link_id
            """;

    private InvitationRows() {}

    static Map<LinkId, Invitation> read(Handle handle, OrgId org, Collection<LinkId> links) {
        Map<LinkId, Invitation> found = new HashMap<>();
        if (!links.isEmpty()) {
            handle.createQuery(READ)
                    .bind("org", org.value())
                    .bindArray("links", UUID.class, links.stream().map(LinkId::value).toList())
                    .map((row, _) -> Map.entry(id(row), invitation(row)))
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
    }

    private static LinkId id(ResultSet row) throws SQLException {
        return new LinkId(row.getObject("link_id", UUID.class));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        Integer[] uses = (Integer[]) row.getArray("taken").getArray();
        UUID[] registrations = (UUID[]) row.getArray("registrations").getArray();
        SortedMap<Integer, RegistrationId> taken = new TreeMap<>();
        for (int i = 0; i < uses.length; i++) {
            taken.put(uses[i], new RegistrationId(registrations[i]));
        }
        return new Invitation(new EventId(row.getString("event_id")), row.getInt("uses"), taken);
    }
}
