package io.turnout.adapters.postgres;

import io.turnout.application.flags.FlagOverlay;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.ChangeRecords;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Overlay;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What was said about flags, in PostgreSQL and remembered here. A change, its records and its
/// revision are one transaction, which also tells every instance.
public final class PostgresFlagOverlay implements FlagOverlay {
    static final String CHANNEL = "turnout_flags";

    private static final String LATEST = "select max(revision) from flag_change";
    private static final String NEXT =
            """
            insert into flag_change (revision, at)
            select max(revision) + 1, clock_timestamp() from flag_change
            returning revision, at
            """;
    /// What a revision was is asked for while it spreads; the highest says how things stand. A few
    /// go at a time, more than come.
    private static final String FORGET =
            """
            delete from flag_change
            where revision in (select revision from flag_change order by revision limit 100)
                and at < clock_timestamp() - interval '90 days' and revision < :revision
            """;
    private static final String TELL = "select pg_notify(:channel, :revision)";

    private final Gate gate;
    private volatile Overlay overlay = Overlay.NOTHING;

    public PostgresFlagOverlay(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Overlay current() {
        return overlay;
    }

    /// One after another, so that an older look never comes last.
    @Override
    public synchronized Overlay refresh() {
        Overlay known = overlay;
        overlay =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        latest(handle) == known.revision()
                                                ? known
                                                : OverlayReader.read(handle));
        return overlay;
    }

    private static long latest(Handle handle) {
        return handle.createQuery(LATEST).mapTo(Long.class).one();
    }

    @Override
    public Kept change(List<FlagChange> changes, Author author) {
        FlagOverlay.bounded(changes);
        Kept kept =
                Patience.with(
                        () -> gate.jdbi().inTransaction(handle -> keep(handle, changes, author)));
        var _ = refresh();
        return kept;
    }

    /// The lock of the audit trail is also the one order of revisions.
    static Kept keep(Handle handle, List<FlagChange> changes, Author author) {
        PostgresAuditTrail.lock(handle);
        changes.forEach(change -> FlagRows.write(handle, change, author));
        Kept kept =
                handle.createQuery(NEXT)
                        .map(
                                (row, _) ->
                                        new Kept(
                                                row.getLong("revision"),
                                                row.getTimestamp("at").toInstant()))
                        .one();
        int _ = handle.createUpdate(FORGET).bind("revision", kept.revision()).execute();
        var _ = PostgresAuditTrail.append(handle, ChangeRecords.of(changes, author));
        handle.createQuery(TELL)
                .bind("channel", CHANNEL)
                .bind("revision", Long.toString(kept.revision()))
                .mapTo(String.class)
                .forEach(_ -> {});
        return kept;
    }
}
