package io.turnout.domain.connection;

import java.util.Optional;

/// One step of a test of a connection: how it ended, what was seen, and what to do when it failed.
public record Check(Step step, Outcome outcome, String said, Optional<String> advice) {
    /// The steps, in the order they are taken. One that failed leaves those that need it out.
    public enum Step {
        CONNECTION,
        LOGIN_HOST,
        LOGIN,
        ORG,
        API_VERSION,
        BUDGET,
        SCHEMA,
        EVENTS,
        ATTENDEES,
        LINKS
    }

    public enum Outcome {
        OK,
        FAILED,
        SKIPPED
    }

    public static Check ok(Step step, String said) {
        return new Check(step, Outcome.OK, said, Optional.empty());
    }

    public static Check failed(Step step, String said, String advice) {
        return new Check(step, Outcome.FAILED, said, Optional.of(advice));
    }

    public static Check skipped(Step step, String why) {
        return new Check(step, Outcome.SKIPPED, why, Optional.empty());
    }
}
