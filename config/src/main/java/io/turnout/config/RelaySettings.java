package io.turnout.config;

import io.dropwizard.util.Duration;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.CountRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// When what is owed leaves for Salesforce, and how many calls this instance makes at once. No
/// callers: this instance relays nothing, and another must.
public record RelaySettings(
        @Min(0) @Max(64) int callers,
        @Min(1) @Max(200) int rows,
        @NotNull Duration age,
        @Min(1) @Max(200) int max,
        @NotNull Duration pace,
        @NotNull Duration poll,
        @Nullable Duration counts) {
    static final RelaySettings USUAL =
            new RelaySettings(
                    4,
                    BatchRule.USUAL.rows(),
                    Duration.milliseconds(BatchRule.USUAL.age().toMillis()),
                    BatchRule.USUAL.max(),
                    Duration.milliseconds(BatchRule.USUAL.pace().toMillis()),
                    Duration.milliseconds(200),
                    null);

    /// How long counts wait; half a minute unless the settings say otherwise.
    CountRule toCountRule() {
        return counts == null
                ? CountRule.USUAL
                : new CountRule(counts.toJavaDuration(), CountRule.USUAL.max());
    }

    BatchRule toRule() {
        return new BatchRule(rows, age.toJavaDuration(), max, pace.toJavaDuration());
    }
}
