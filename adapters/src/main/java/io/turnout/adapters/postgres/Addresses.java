package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.LinkSeal;
import io.turnout.application.privacy.RecordKeys.Shelf;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.LinkId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Opens people to make the keyed hashes of their addresses once more.
final class Addresses {
    private static final String ATTENDEES =
            """
            select attendee_id, person, wrapped from attendee
            join record_key on record_key.org_id = attendee.org_id and record_id = attendee_id
            where attendee.org_id = :org and attendee_id = any(:records)
            """;
    private static final String LINKS =
            """
            select link_id, prefill, wrapped from link
            join record_key on record_key.org_id = link.org_id and record_id = link_id
            where link.org_id = :org and link_id = any(:records)
            """;

    private final PersonSeal persons;
    private final LinkSeal links;

    Addresses(Vault vault) {
        this.persons = new PersonSeal(vault);
        this.links = new LinkSeal(vault);
    }

    private record Row(UUID record, Sealed sealed) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject(1, UUID.class), new Sealed(row.getBytes(2), row.getBytes(3)));
        }
    }

    /// By record. Whoever does not open is left out, and counted where ciphertexts are refused.
    Map<UUID, byte[]> digests(Handle handle, OrgId org, Shelf shelf, List<UUID> records) {
        List<Row> rows =
                handle.createQuery(shelf == Shelf.LINKS ? LINKS : ATTENDEES)
                        .bind("org", org.value())
                        .bindArray("records", UUID.class, records)
                        .map((row, _) -> Row.of(row))
                        .list();
        Map<UUID, byte[]> digests = new LinkedHashMap<>();
        for (Row row : rows) {
            try {
                digests.put(row.record(), digest(org, shelf, row));
            } catch (IllegalStateException unreadable) {
                // One that was changed must not keep the others from being found.
            }
        }
        return digests;
    }

    private byte[] digest(OrgId org, Shelf shelf, Row row) {
        return shelf == Shelf.LINKS
                ? links.digest(org, new LinkId(row.record()), row.sealed())
                : persons.digest(org, new AttendeeId(row.record()), row.sealed());
    }
}
