package io.turnout.adapters.postgres;

import io.turnout.application.flags.OverlayAcknowledgements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How far each instance is, by the clock of the database. Of an instance that lives, only what
/// it went by in the last day is kept, and what it goes by now.
public final class PostgresOverlayAcknowledgements implements OverlayAcknowledgements {
    private static final String ACKNOWLEDGE =
            """
            with old as (
                delete from flag_acknowledgement where seen_at < now() - interval '1 day')
            insert into flag_acknowledgement (instance, revision, at, seen_at)
            values (:instance, :revision, clock_timestamp(), clock_timestamp())
            on conflict (instance, revision) do update set seen_at = excluded.seen_at
            """;
    private static final String CHANGED_AT =
            "select at from flag_change where revision = :revision";
    private static final String INSTANCES =
            """
            select instance, min(at) filter (where revision >= :revision) as applied_at
            from flag_acknowledgement
            group by instance
            having max(seen_at) > now() - make_interval(secs => :gone)
            order by instance
            """;

    private final Gate gate;

    public PostgresOverlayAcknowledgements(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void acknowledge(String instance, long revision) {
        Patience.run(
                () ->
                        gate.jdbi()
                                .useHandle(
                                        handle -> {
                                            int _ =
                                                    handle.createUpdate(ACKNOWLEDGE)
                                                            .bind("instance", instance)
                                                            .bind("revision", revision)
                                                            .execute();
                                        }));
    }

    @Override
    public Optional<Applied> of(long revision) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(CHANGED_AT)
                                        .bind("revision", revision)
                                        .mapTo(Instant.class)
                                        .findOne()
                                        .map(at -> applied(handle, revision, at)));
    }

    private static Applied applied(Handle handle, long revision, Instant changedAt) {
        List<Instance> instances =
                handle.createQuery(INSTANCES)
                        .bind("revision", revision)
                        .bind("gone", GONE_AFTER.toSeconds())
                        .map(
                                (row, _) ->
                                        new Instance(
                                                row.getString("instance"),
                                                Optional.ofNullable(row.getTimestamp("applied_at"))
                                                        .map(at -> at.toInstant())))
                        .list();
        return new Applied(revision, changedAt, instances);
    }
}
