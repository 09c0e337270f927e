package io.turnout.adapters.http.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The id by which an answer and what was logged about it are found. A caller may choose it.
public final class Correlation {
    public static final String HEADER = "X-Correlation-Id";

    /// Under this name it stands in the request's attributes.
    public static final String ATTRIBUTE = "io.turnout.correlation";

    /// Under this name it stands beside every line that is logged.
    public static final String MDC_KEY = "correlation";

    private static final int LENGTH_MAX = 64;
    private static final String NONE = "none";

    private Correlation() {}

    /// The id of the request this thread works on.
    public static String current() {
        String id = MDC.get(MDC_KEY);
        return id == null ? NONE : id;
    }

    /// Whether a caller's id is one we repeat and log: 1 to 64 letters, digits and hyphens.
    public static boolean sane(@Nullable String id) {
        if (id == null || id.isEmpty() || id.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return true;
    }
}
