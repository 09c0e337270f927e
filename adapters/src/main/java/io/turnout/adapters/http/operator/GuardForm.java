package io.turnout.adapters.http.operator;

import io.turnout.domain.rollout.Guard;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How much worse the orgs of a wave may fare than the others, and what happens then.
public record GuardForm(
        @DecimalMin(value = "0", message = "is at least 0")
                @DecimalMax(value = "1", message = "is at most 1")
                double errorRate,
        @DecimalMin(value = "1", message = "is at least 1")
                @DecimalMax(value = "100", message = "is at most 100")
                double latencyRatio,
        @Min(value = 1, message = "is at least 1")
                @Max(value = 86_400, message = "is at most 86400")
                long backlogSeconds,
        @Positive(message = "is more than 0") @DecimalMax(value = "1", message = "is at most 1")
                double budget,
        @Min(value = 1, message = "is at least 1")
                @Max(value = 1_000_000_000, message = "is too many")
                long sample,
        @NotNull(message = "is missing")
                @Pattern(
                        regexp = "pause|roll-back-wave|roll-back-all",
                        message = "is pause, roll-back-wave or roll-back-all")
                String onBreach) {
    static Guard guard(@Nullable GuardForm form) {
        return form == null
                ? Guard.USUAL
                : new Guard(
                        form.errorRate(),
                        form.latencyRatio(),
                        Duration.ofSeconds(form.backlogSeconds()),
                        form.budget(),
                        form.sample(),
                        Guard.OnBreach.valueOf(
                                form.onBreach().toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    public static GuardForm usual() {
        return of(Guard.USUAL);
    }

    static GuardForm of(Guard guard) {
        return new GuardForm(
                guard.errorRate(),
                guard.latencyRatio(),
                guard.backlog().toSeconds(),
                guard.budget(),
                guard.sample(),
                Spelling.of(guard.onBreach()));
    }
}
