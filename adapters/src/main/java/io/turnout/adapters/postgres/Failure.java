package io.turnout.adapters.postgres;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a failed statement says about trying again, by its SQLSTATE.
enum Failure {
    /// Another transaction was in the way: a lock, a deadlock, a time limit.
    CONTENTION,
    /// The database or the way to it is gone or full.
    STORAGE_AWAY,
    /// This statement, with these values, will not do.
    POISON;

    static Failure of(Throwable thrown) {
        String state = sqlState(thrown);
        if (state == null) {
            return isSql(thrown) ? STORAGE_AWAY : POISON;
        }
        return switch (state) {
            case "40001", "40P01", "55P03", "57014" -> CONTENTION;
            default ->
                    switch (state.substring(0, 2)) {
                        case "08", "53", "57", "58" -> STORAGE_AWAY;
                        default -> POISON;
                    };
        };
    }

    private static @Nullable String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    private static boolean isSql(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
