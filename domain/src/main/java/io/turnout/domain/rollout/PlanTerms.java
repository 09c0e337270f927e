package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.List;

/// What somebody plans: a flag, in waves, not before an instant.
public record PlanTerms(
        Flag flag, String title, Instant notBefore, Guard guard, List<WaveTerms> waves) {
    public static final int WAVES_MAX = 30;

    public PlanTerms {
        Words.check(title);
        waves = List.copyOf(waves);
        if (waves.isEmpty() || waves.size() > WAVES_MAX) {
            throw new IllegalArgumentException("a plan has 1 to " + WAVES_MAX + " waves");
        }
    }
}
