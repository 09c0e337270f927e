package io.turnout.adapters.postgres;

import io.turnout.application.flags.SoleWriter;
import io.turnout.domain.relocation.RelocationId;
import org.jdbi.v3.core.Handle;

/// One instance at a time, by a lock that PostgreSQL gives back when its holder dies.
public final class PostgresSoleWriter implements SoleWriter {
    private static final int TURNS = 5;
    private static final int MOVES = 7;
    private static final String TRY = "select pg_try_advisory_lock(:kind, :turn)";
    private static final String GIVE_BACK = "select pg_advisory_unlock(:kind, :turn)";

    private final Gate gate;
    private final int kind;
    private final int turn;

    /// What is done by one at a time; each has a lock of its own. A number stays what it is:
    /// another release goes by it as well.
    public enum Turn {
        FLAGS(0),
        SCALING(1),
        HOMING(3);

        private final int number;

        Turn(int number) {
            this.number = number;
        }
    }

    public PostgresSoleWriter(Gate gate, Turn turn) {
        this(gate, TURNS, turn.number);
    }

    private PostgresSoleWriter(Gate gate, int kind, int turn) {
        this.gate = gate;
        this.kind = kind;
        this.turn = turn;
    }

    /// For one move of an org. Two that share a lock wait for each other, and no more.
    public static PostgresSoleWriter ofMove(Gate gate, RelocationId move) {
        return new PostgresSoleWriter(gate, MOVES, move.value().hashCode());
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
        return handle.createQuery(sql)
                .bind("kind", kind)
                .bind("turn", turn)
                .mapTo(Boolean.class)
                .one();
    }
}
