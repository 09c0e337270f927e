package io.turnout.config;

import io.dropwizard.util.Duration;
import io.turnout.adapters.postgres.AdmissionSettings;
import io.turnout.domain.registration.WaitlistRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// How many may wait to be admitted, who serves them, and for how long one waits.
public record AdmissionTuning(
        @Min(1) @Max(100_000) int queue,
        @Min(1) @Max(8) int writers,
        @NotNull Duration patience,
        @NotNull Duration limit) {
    static final AdmissionTuning USUAL =
            new AdmissionTuning(
                    AdmissionSettings.USUAL.queue(),
                    AdmissionSettings.USUAL.writers(),
                    Duration.milliseconds(AdmissionSettings.USUAL.patience().toMillis()),
                    Duration.milliseconds(AdmissionSettings.USUAL.limit().toMillis()));

    AdmissionSettings toSettings(WaitlistRule waitlist) {
        return new AdmissionSettings(
                queue, writers, patience.toJavaDuration(), limit.toJavaDuration(), waitlist);
    }
}
