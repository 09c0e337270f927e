package io.turnout.adapters.postgres;

import io.turnout.application.flags.SoleWriter;
import org.jdbi.v3.core.Handle;

/// One instance at a time, by a lock that PostgreSQL gives back when its holder dies.
public final class PostgresSoleWriter implements SoleWriter {
    private static final String TRY = "select pg_try_advisory_lock(5, :turn)";
    private static final String GIVE_BACK = "select pg_advisory_unlock(5, :turn)";

    private final Gate gate;
    private final Turn turn;

    /// What is done by one at a time; each has a lock of its own. A number stays what it is:
    /// another release goes by it as well.
    public enum Turn {
        FLAGS(0),
        SCALING(1),
        MOVING(2);

        private final int number;

        Turn(int number) {
            this.number = number;
        }
    }

    public PostgresSoleWriter(Gate gate, Turn turn) {
        this.gate = gate;
        this.turn = turn;
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
        return handle.createQuery(sql).bind("turn", turn.number).mapTo(Boolean.class).one();
    }
}
