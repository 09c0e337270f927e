package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.SealedLink;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.org.OrgId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Writes links and their keys: very many with one statement.
final class LinkRows {
    private static final String KEEP =
            """
            with links as (
                insert into link (org_id, link_id, event_id, reference, uses, prefill,
                    email_digest, upload_id, kept_at)
                select :org, id, event, reference, uses, prefill, email, :upload, now()
                from unnest(:id, :event, :reference, :uses, :prefill, :email)
                    as new(id, event, reference, uses, prefill, email)
                on conflict (org_id, link_id) do update set uses = excluded.uses,
                    prefill = excluded.prefill, email_digest = excluded.email_digest,
                    upload_id = excluded.upload_id, kept_at = excluded.kept_at
                returning old.link_id as replaced
            ), keys as (
                insert into record_key (org_id, record_id, wrapped)
                select :org, id, wrapped from unnest(:id, :wrapped) as new(id, wrapped)
                on conflict (org_id, record_id) do update set wrapped = excluded.wrapped
            )
            select replaced from links where replaced is not null
            """;

    private LinkRows() {}

    /// In the order of their ids, so that two who keep the same links wait and do not deadlock; of
    /// two of one id, the later. Of those that are replaced all instances are told.
    static void keep(
            Handle handle, OrgId org, Collection<SealedLink> links, Optional<UploadId> upload) {
        SortedMap<UUID, SealedLink> sorted = new TreeMap<>();
        links.forEach(link -> sorted.put(link.id().value(), link));
        Columns columns =
                new Columns()
                        .with("id", UUID.class)
                        .with("event", String.class)
                        .with("reference", String.class)
                        .with("uses", Integer.class)
                        .with("prefill", byte[].class)
                        .with("email", byte[].class)
                        .with("wrapped", byte[].class);
        for (SealedLink link : sorted.values()) {
            columns.add(
                    link.id().value(),
                    link.event().value(),
                    link.reference().value(),
                    link.uses(),
                    link.prefill().ciphertext(),
                    link.finder(),
                    link.prefill().wrappedKey());
        }
        List<UUID> replaced =
                columns.bindTo(handle.createQuery(KEEP))
                        .bind("org", org.value())
                        .bindByType("upload", upload.map(UploadId::value).orElse(null), UUID.class)
                        .mapTo(UUID.class)
                        .list();
        LinkNews.tell(handle, org, replaced);
    }
}
