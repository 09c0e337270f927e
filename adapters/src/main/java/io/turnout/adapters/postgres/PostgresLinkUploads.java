package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.LinkUploads;
import io.turnout.application.attendeelink.UploadClaim;
import io.turnout.application.attendeelink.UploadPart;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Uploads in PostgreSQL: a row each, locked by whoever changes it.
public final class PostgresLinkUploads implements LinkUploads {
    private static final String FORGET =
            """
            delete from link_upload
            where org_id = :org and expires_at < now() - interval '7 days'
            """;
    private static final String BEGIN =
            """
            insert into link_upload (org_id, upload_id, event_id, begun_at, expires_at)
            select :org, :id, :event, now(), date_trunc('milliseconds', now() + :life)
            where :max > (select count(*) from link_upload
                where org_id = :org and finished_at is null and expires_at > now())
            on conflict (org_id, upload_id) do nothing
            """;
    private static final String CLAIM =
            """
            update link_upload set attempt = attempt + 1, touched_at = clock_timestamp(),
                lease_until = clock_timestamp() + :lease
            where org_id = :org and upload_id = :id
            returning attempt
            """;
    private static final String RELEASE =
            """
            update link_upload set lease_until = null
            where org_id = :org and upload_id = :id and attempt = :attempt
            and finished_at is null
            """;
    private static final String FINISH =
            """
            update link_upload set lease_until = null, finished_at = now()
            where org_id = :org and upload_id = :id and attempt = :attempt
            and finished_at is null
            """;
    /// No part waits until it is on disk: its rows and how far the upload came are lost together
    /// or not at all, so whoever brings it goes on where it is. The end of an upload waits, and
    /// with it is on disk all that came before.
    private static final String UNHURRIED = "set local synchronous_commit = off";

    private static final String LIST =
            """
            select link_id, reference from link
            where org_id = :org and link_id > :last and link_id <= :end
            and upload_id = :upload and event_id = :event
            order by link_id limit :limit
            """;

    private final Gate gate;

    public PostgresLinkUploads(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Beginning begin(UploadKey key) {
        return inside(key, new Beginning.Elsewhere(), handle -> begin(handle, key));
    }

    private static Beginning begin(Handle handle, UploadKey key) {
        int _ = handle.createUpdate(FORGET).bind("org", key.org().value()).execute();
        int begun =
                of(handle.createUpdate(BEGIN), key)
                        .bind("event", key.event().value())
                        .bind("life", LIFE)
                        .bind("max", OPEN_MAX)
                        .execute();
        Optional<LinkUpload> found = UploadRecord.find(handle, key).map(UploadRecord::upload);
        return begun == 1
                ? new Beginning.Begun(found.orElseThrow())
                : found.<Beginning>map(Beginning.BegunBefore::new)
                        .orElseGet(Beginning.TooMany::new);
    }

    /// In a transaction at the org's home, and `elsewhere` when this is not it.
    private <T> T inside(UploadKey key, T elsewhere, Function<Handle, T> work) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .inTransaction(
                                        handle ->
                                                gate.enter(handle, key.org()) == Gate.Entry.OK
                                                        ? work.apply(handle)
                                                        : elsewhere));
    }

    private static <S extends SqlStatement<S>> S of(S statement, UploadKey key) {
        return statement.bind("org", key.org().value()).bind("id", key.id().value());
    }

    @Override
    public Optional<LinkUpload> find(UploadKey key) {
        return gate.jdbi()
                .withHandle(handle -> UploadRecord.find(handle, key).map(UploadRecord::upload));
    }

    @Override
    public List<LinkUpload> recent(OrgId org, int limit) {
        return gate.jdbi().withHandle(handle -> UploadRecord.recent(handle, org, limit));
    }

    @Override
    public Claiming claim(UploadKey key) {
        return inside(key, new Claiming.Elsewhere(), handle -> claim(handle, key));
    }

    private static Claiming claim(Handle handle, UploadKey key) {
        Optional<UploadRecord> found = UploadRecord.lock(handle, key);
        if (found.isEmpty()) {
            return new Claiming.Unknown();
        }
        return switch (found.get().upload().state()) {
            case FINISHED -> new Claiming.Finished();
            case RECEIVING -> new Claiming.Busy();
            case OPEN -> {
                int attempt =
                        of(handle.createQuery(CLAIM), key)
                                .bind("lease", LEASE)
                                .mapTo(Integer.class)
                                .one();
                yield new Claiming.Claimed(
                        new UploadClaim(key, attempt), found.get().upload().tally().next());
            }
        };
    }

    @Override
    public Progress keep(UploadClaim claim, UploadPart part) {
        return inside(claim.key(), Progress.ELSEWHERE, handle -> keep(handle, claim, part));
    }

    private static Progress keep(Handle handle, UploadClaim claim, UploadPart part) {
        Optional<UploadRecord> mine =
                UploadRecord.lock(handle, claim.key())
                        .filter(row -> row.attempt() == claim.attempt())
                        .filter(row -> row.upload().state() != LinkUpload.State.FINISHED);
        if (mine.isEmpty()) {
            return Progress.LOST;
        }
        long next = mine.get().upload().tally().next();
        if (part.from() != next) {
            throw new IllegalArgumentException(part.from() + " is not row " + next);
        }
        handle.execute(UNHURRIED);
        if (!part.links().isEmpty()) {
            LinkRows.keep(handle, claim.key().org(), part.links(), Optional.of(claim.key().id()));
        }
        UploadRecord.keep(
                handle,
                claim.key(),
                mine.get()
                        .upload()
                        .tally()
                        .plus(part.links().size(), part.refused(), part.dropped()));
        return Progress.KEPT;
    }

    @Override
    public void release(UploadClaim claim) {
        end(claim, RELEASE);
    }

    @Override
    public void finish(UploadClaim claim) {
        end(claim, FINISH);
    }

    private void end(UploadClaim claim, String sql) {
        int _ =
                inside(
                        claim.key(),
                        0,
                        handle ->
                                of(handle.createUpdate(sql), claim.key())
                                        .bind("attempt", claim.attempt())
                                        .execute());
    }

    @Override
    public List<Listed> list(UploadKey key, Optional<LinkId> last, int limit) {
        if (limit > LIST_MAX) {
            throw new IllegalArgumentException(limit + " links at once");
        }
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LIST)
                                        .bind("org", key.org().value())
                                        .bind("event", key.event().value())
                                        .bind("upload", key.id().value())
                                        .bind(
                                                "last",
                                                last.orElse(LinkId.firstOf(key.event())).value())
                                        .bind("end", LinkId.lastOf(key.event()).value())
                                        .bind("limit", limit)
                                        .map(
                                                (row, _) ->
                                                        new Listed(
                                                                new LinkId(
                                                                        row.getObject(
                                                                                "link_id",
                                                                                UUID.class)),
                                                                new Reference(
                                                                        row.getString(
                                                                                "reference"))))
                                        .list());
    }
}
