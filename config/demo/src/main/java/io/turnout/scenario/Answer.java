package io.turnout.scenario;

import java.time.Duration;

/// An outcome and why: a status and the problem's type, or the kind of what went wrong.
///
/// @param pause for how long whoever asked is told to stay away; zero when it is not told
record Answer(Outcome outcome, String reason, Duration pause) {
    static final Answer YES = new Answer(Outcome.YES, "");
    private static final String TYPE = "\"type\":\"urn:turnout:problem:";
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    Answer(Outcome outcome, String reason) {
        this(outcome, reason, Duration.ZERO);
    }

    /// Of a request that has no answer, by what was met on the way.
    static Answer broken(Exception why) {
        Throwable cause = why.getCause() == null ? why : why.getCause();
        return new Answer(Outcome.FAILED, cause.getClass().getSimpleName());
    }

    /// Of an answer that is not the yes that was asked for.
    static Answer refused(Wire.Reply reply) {
        int status = reply.status();
        String slug = slug(reply.body());
        return new Answer(
                switch (status) {
                    case CONFLICT -> slug.equals("sold-out") ? Outcome.NO : Outcome.LATER;
                    case GONE, FORBIDDEN -> Outcome.NO;
                    case TOO_MANY, UNAVAILABLE -> Outcome.LATER;
                    default -> Outcome.FAILED;
                },
                status + " " + slug,
                pause(reply));
    }

    /// The last word of the problem's type. Found, not parsed: in a storm most answers are read
    /// for nothing but this word.
    private static String slug(String body) {
        int start = body.indexOf(TYPE);
        int end = body.indexOf('"', start + TYPE.length());
        return start < 0 || end < 0
                ? "no problem+json"
                : body.substring(start + TYPE.length(), end);
    }

    private static Duration pause(Wire.Reply reply) {
        try {
            String told = reply.headers().getOrDefault("retry-after", "0");
            return Duration.ofSeconds(Long.parseLong(told));
        } catch (NumberFormatException date) {
            return Duration.ZERO;
        }
    }

    /// Whether asking once more may help.
    boolean isOpen() {
        return outcome == Outcome.FAILED || outcome == Outcome.LATER;
    }

    /// Whether it may have been kept all the same.
    boolean isUnknown() {
        return outcome == Outcome.FAILED
                || reason.endsWith("outcome-unknown")
                || reason.endsWith("request-in-progress");
    }
}
