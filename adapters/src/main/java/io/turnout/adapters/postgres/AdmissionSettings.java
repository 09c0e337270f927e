package io.turnout.adapters.postgres;

import io.turnout.domain.registration.WaitlistRule;
import java.time.Duration;

/// How registrations are admitted: how many may wait, how many writers serve them, how long one
/// waits for its turn before it is told to come back, how long a decision may take, and how
/// waiting lists are kept.
public record AdmissionSettings(
        int queue, int writers, Duration patience, Duration limit, WaitlistRule waitlist) {
    private static final int WRITERS_MAX = 8;

    public static final AdmissionSettings USUAL =
            new AdmissionSettings(4096, 2, Duration.ofSeconds(2), Duration.ofSeconds(10));

    public AdmissionSettings {
        if (queue < 1 || writers < 1 || writers > WRITERS_MAX) {
            throw new IllegalArgumentException("a queue of 1 or more, 1 to 8 writers");
        }
    }

    /// With waiting lists as usual.
    public AdmissionSettings(int queue, int writers, Duration patience, Duration limit) {
        this(queue, writers, patience, limit, WaitlistRule.USUAL);
    }
}
