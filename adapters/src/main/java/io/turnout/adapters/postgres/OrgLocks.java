package io.turnout.adapters.postgres;

import io.turnout.application.relocation.StackStore;
import io.turnout.domain.org.OrgId;
import org.jdbi.v3.core.Handle;

/// What writers and copiers of an org share, and a mover takes alone until its transaction ends.
final class OrgLocks {
    private static final String PATIENCE =
            "set local lock_timeout = '" + StackStore.GATE_PATIENCE.toMillis() + "ms'";
    private static final String WRITERS = "select pg_advisory_xact_lock(1, hashtext(:org))";
    private static final String COPIERS = "select pg_advisory_xact_lock(2, hashtext(:org))";

    private OrgLocks() {}

    /// Waits for those under way. Whoever comes later finds the gate busy.
    static void keepWritersOut(Handle handle, OrgId org) {
        handle.execute(PATIENCE);
        lock(handle, WRITERS, org);
    }

    static void keepCopiersOut(Handle handle, OrgId org) {
        lock(handle, COPIERS, org);
    }

    private static void lock(Handle handle, String sql, OrgId org) {
        var _ = handle.createQuery(sql).bind("org", org.value()).mapTo(String.class).one();
    }
}
