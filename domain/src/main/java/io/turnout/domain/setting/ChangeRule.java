package io.turnout.domain.setting;

import java.time.Duration;
import java.util.Optional;

/// What a change has to stand before it goes on, and when it is taken back.
///
/// @param trial how long the process of a trial has to say something
/// @param canary how long the one instance is watched
/// @param grace how long instances may be missing or unwell while all are replaced
/// @param confirm within which time somebody has to confirm
/// @param second within which time somebody else has to confirm what was urgent
public record ChangeRule(
        Duration trial, Duration canary, Duration grace, Duration confirm, Duration second) {
    public static final ChangeRule USUAL =
            new ChangeRule(
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(40),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));

    private static final double FAILURES_MORE = 0.01;
    private static final double TIMES_SLOWER = 3;
    private static final double SLOW_MILLIS = 250;

    public ChangeRule confirmWithin(Duration other) {
        return new ChangeRule(trial, canary, grace, other, second);
    }

    /// Why a trial did not stand, beside an instance of now.
    Optional<String> fault(TrialReport trial, TrialReport now) {
        if (!trial.well()) {
            return Optional.of("the trial did not become healthy: " + trial.trouble());
        }
        if (trial.failed() > now.failed()) {
            return Optional.of(trial.failed() + " of " + trial.tried() + " registrations failed");
        }
        return slower(trial.p99Millis(), now.p99Millis());
    }

    /// Why instances do worse than before; `isSettled` once all were to be back.
    Optional<String> fault(Fare now, Fare before, boolean isSettled) {
        if (isSettled && now.instances() < before.instances()) {
            return Optional.of(
                    "of " + before.instances() + " instances " + now.instances() + " are left");
        }
        if (isSettled && now.unwell() > before.unwell()) {
            return Optional.of(now.unwell() + " instances can complete no registration");
        }
        if (now.failures() > before.failures() + FAILURES_MORE) {
            return Optional.of("more answers fail than before");
        }
        return slower(now.p99Millis(), before.p99Millis());
    }

    private static Optional<String> slower(double now, double before) {
        double limit = Math.max(SLOW_MILLIS, TIMES_SLOWER * before);
        return now > limit
                ? Optional.of("p99 is %.0f ms, and may be %.0f ms".formatted(now, limit))
                : Optional.empty();
    }
}
