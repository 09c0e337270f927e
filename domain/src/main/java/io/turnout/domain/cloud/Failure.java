package io.turnout.domain.cloud;

import java.time.Duration;

/// Why a cloud did not do what it was asked for.
public sealed interface Failure {
    /// We may not.
    record Denied(String why) implements Failure {}

    /// We asked too often.
    record Throttled(Duration retryAfter) implements Failure {}

    /// Somebody was there first, and nothing was written: how it stands now.
    record Conflict(String now) implements Failure {}

    /// It was written, but somebody else wrote since what it was decided on was read: look again.
    record Overtaken(String now) implements Failure {}

    /// There is no such app, service, version or thing.
    record Unknown(String what) implements Failure {}

    /// It will never be done as it was asked for.
    record Refused(String why) implements Failure {}

    /// No answer in time. Whether it was done, nobody knows: ask before it is done again.
    record Unreachable(String why) implements Failure {}
}
