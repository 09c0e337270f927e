package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.limiting.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whose a host is to be. Without a limit of its own it has the one of the settings.
public record HostForm(
        @NotNull(message = "is missing") @SalesforceId String org, @Valid @Nullable HostLimit limit)
        implements Form, OfOrg {
    /// So many requests at once, and as many again over each window.
    public record HostLimit(
            @Min(value = 1, message = "is 1 to 1000000")
                    @Max(value = 1_000_000, message = "is 1 to 1000000")
                    long quota,
            @Min(value = 1, message = "is 1 to 3600") @Max(value = 3600, message = "is 1 to 3600")
                    long windowSeconds) {
        static HostLimit of(Rate rate) {
            return new HostLimit(rate.quota(), Math.max(1, rate.window().toSeconds()));
        }

        Rate toRate() {
            return new Rate(quota, Duration.ofSeconds(windowSeconds));
        }
    }
}
