package io.turnout.adapters.postgres;

import io.turnout.application.flags.SoleWriter;
import org.jdbi.v3.core.Handle;

/// One instance at a time, by a lock that PostgreSQL gives back when its holder dies.
public final class PostgresSoleWriter implements SoleWriter {
    private static final String TRY = "select pg_try_advisory_lock(5, 0)";
    private static final String GIVE_BACK = "select pg_advisory_unlock(5, 0)";

    private final Gate gate;

    public PostgresSoleWriter(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean alone(Runnable work) {
        try (Handle handle = gate.jdbi().open()) {
            if (!ask(handle, TRY)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                boolean _ = ask(handle, GIVE_BACK);
            }
        }
    }

    private static boolean ask(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Boolean.class).one();
    }
}
