package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Links in PostgreSQL, found by primary key, their keys among those of all records.
public final class PostgresAttendeeLinks implements AttendeeLinks {
    private static final String FIND =
            """
            select link_id, reference, event_id, uses, prefill, email_digest, wrapped,
                array(select registration_id from registration
                    where registration.org_id = link.org_id
                    and registration.link_id = link.link_id and status <> 'cancelled'
                    order by registration_id) as registrations
            from link join record_key on record_key.org_id = link.org_id and record_id = link_id
            where link.org_id = :org and link_id = :id
            """;

    private final Gate gate;

    public PostgresAttendeeLinks(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Keeping keep(OrgId org, Collection<SealedLink> links) {
        if (links.size() > KEEP_MAX) {
            throw new IllegalArgumentException(links.size() + " links at once");
        }
        Gate.Entry entry =
                Patience.with(
                        () ->
                                gate.tryWrite(
                                        org,
                                        handle ->
                                                LinkRows.keep(
                                                        handle, org, links, Optional.empty())));
        return entry == Gate.Entry.OK ? Keeping.KEPT : Keeping.ELSEWHERE;
    }

    @Override
    public Optional<KeptLink> find(OrgId org, LinkId id) {
        return gate.read(
                org,
                handle ->
                        handle.createQuery(FIND)
                                .bind("org", org.value())
                                .bind("id", id.value())
                                .map((row, _) -> kept(row))
                                .findOne());
    }

    private static KeptLink kept(ResultSet row) throws SQLException {
        UUID[] registrations = (UUID[]) row.getArray("registrations").getArray();
        return new KeptLink(link(row), Stream.of(registrations).map(RegistrationId::new).toList());
    }

    private static SealedLink link(ResultSet row) throws SQLException {
        return new SealedLink(
                new LinkId(row.getObject("link_id", UUID.class)),
                new Reference(row.getString("reference")),
                new EventId(row.getString("event_id")),
                row.getInt("uses"),
                new Sealed(row.getBytes("prefill"), row.getBytes("wrapped")),
                row.getBytes("email_digest"));
    }
}
