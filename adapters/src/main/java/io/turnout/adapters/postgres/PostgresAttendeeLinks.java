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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Links in PostgreSQL, found by primary key, their keys among those of all records.
public final class PostgresAttendeeLinks implements AttendeeLinks {
    private static final String KEEP =
            """
            with links as (
                insert into link (org_id, link_id, event_id, reference, uses, prefill,
                    email_digest, kept_at)
                select :org, id, event, reference, uses, prefill, email, now()
                from unnest(:id, :event, :reference, :uses, :prefill, :email)
                    as new(id, event, reference, uses, prefill, email)
                on conflict (org_id, link_id) do update set uses = excluded.uses,
                    prefill = excluded.prefill, email_digest = excluded.email_digest,
                    kept_at = excluded.kept_at
            )
            insert into record_key (org_id, record_id, wrapped)
            select :org, id, wrapped from unnest(:id, :wrapped) as new(id, wrapped)
            on conflict (org_id, record_id) do update set wrapped = excluded.wrapped
            """;
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

    /// In the order of their ids, so that two who keep the same links wait and do not deadlock.
    @Override
    public Keeping keep(OrgId org, Collection<SealedLink> links) {
        if (links.size() > KEEP_MAX) {
            throw new IllegalArgumentException(links.size() + " links at once");
        }
        SortedMap<UUID, SealedLink> sorted = new TreeMap<>();
        links.forEach(link -> sorted.put(link.id().value(), link));
        Gate.Entry entry =
                Patience.with(
                        () -> gate.tryWrite(org, handle -> keep(handle, org, sorted.values())));
        return entry == Gate.Entry.OK ? Keeping.KEPT : Keeping.ELSEWHERE;
    }

    private static void keep(Handle handle, OrgId org, Collection<SealedLink> links) {
        Columns columns =
                new Columns()
                        .with("id", UUID.class)
                        .with("event", String.class)
                        .with("reference", String.class)
                        .with("uses", Integer.class)
                        .with("prefill", byte[].class)
                        .with("email", byte[].class)
                        .with("wrapped", byte[].class);
        for (SealedLink link : links) {
            columns.add(
                    link.id().value(),
                    link.event().value(),
                    link.reference().value(),
                    link.uses(),
                    link.prefill().ciphertext(),
                    link.emailDigest(),
                    link.prefill().wrappedKey());
        }
        int _ = columns.bindTo(handle.createUpdate(KEEP)).bind("org", org.value()).execute();
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
