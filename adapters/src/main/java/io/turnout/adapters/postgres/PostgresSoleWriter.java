package io.turnout.adapters.postgres;

import io.turnout.application.flags.SoleWriter;
import org.jdbi.v3.core.Handle;

/// One instance at a time, by a lock that PostgreSQL gives back when its holder dies.
public final class PostgresSoleWriter implements SoleWriter {
    private static final String TRY = "select pg_try_advisory_lock(5, :work)";
    private static final String GIVE_BACK = "select pg_advisory_unlock(5, :work)";

    private final Gate gate;
    private final Work work;

    public PostgresSoleWriter(Gate gate, Work work) {
        this.gate = gate;
        this.work = work;
    }

    /// What one at a time does. A number stays what it is: another release goes by it as well.
    public enum Work {
        PROJECTING_FLAGS(0),
        MOVING_ORGS(1);

        private final int number;

        Work(int number) {
            this.number = number;
        }
    }

    @Override
    public boolean alone(Runnable doing) {
        try (Handle handle = gate.jdbi().open()) {
            if (!ask(handle, TRY)) {
                return false;
            }
            try {
                doing.run();
                return true;
            } finally {
                boolean _ = ask(handle, GIVE_BACK);
            }
        }
    }

    private boolean ask(Handle handle, String sql) {
        return handle.createQuery(sql).bind("work", work.number).mapTo(Boolean.class).one();
    }
}
