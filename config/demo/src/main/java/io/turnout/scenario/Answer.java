package io.turnout.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/// An outcome and why: a status and the problem's type, or the kind of what went wrong.
record Answer(Outcome outcome, String reason) {
    static final Answer YES = new Answer(Outcome.YES, "");
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /// Of a request that has no answer, by what was met on the way.
    static Answer broken(Exception why) {
        Throwable cause = why.getCause() == null ? why : why.getCause();
        return new Answer(Outcome.FAILED, cause.getClass().getSimpleName());
    }

    /// Of an answer that is not the yes that was asked for.
    static Answer refused(int status, JsonNode problem) {
        String type = problem.path("type").asText("no problem+json");
        String reason = status + " " + type.substring(type.lastIndexOf(':') + 1);
        return new Answer(
                switch (status) {
                    case CONFLICT -> type.endsWith("sold-out") ? Outcome.NO : Outcome.LATER;
                    case GONE, FORBIDDEN -> Outcome.NO;
                    case TOO_MANY, UNAVAILABLE -> Outcome.LATER;
                    default -> Outcome.FAILED;
                },
                reason);
    }
}
