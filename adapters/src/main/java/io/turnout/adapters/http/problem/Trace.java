package io.turnout.adapters.http.problem;

import java.sql.SQLException;

/// What may be logged of a failure: the types and places of it and its causes, and the words of
/// those that our own code threw, which never name a person. A driver's words do: they quote rows.
final class Trace {
    private static final int CAUSES_MAX = 8;
    private static final int FRAMES_MAX = 25;
    private static final String OURS = "io.turnout.";

    private Trace() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder(1_024);
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            append(text, cause, depth == 0 ? "" : "\ncaused by ");
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Throwable cause, String prefix) {
        StackTraceElement[] frames = cause.getStackTrace();
        text.append(prefix).append(cause.getClass().getName());
        if (cause instanceof SQLException storage) {
            text.append(", state ").append(storage.getSQLState());
        } else if (ours(cause)) {
            text.append(": ").append(cause.getMessage());
        }
        for (int i = 0; i < Math.min(frames.length, FRAMES_MAX); i++) {
            text.append("\n\tat ").append(frames[i]);
        }
    }

    /// An exception with a cause may have borrowed the words of it.
    private static boolean ours(Throwable cause) {
        StackTraceElement[] frames = cause.getStackTrace();
        boolean thrownByUs = frames.length > 0 && frames[0].getClassName().startsWith(OURS);
        return thrownByUs && cause.getCause() == null;
    }
}
