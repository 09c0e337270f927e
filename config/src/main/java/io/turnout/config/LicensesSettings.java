package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where licences come from: the vendor's own org, which is asked so often. Without these
/// settings licences are granted by hand.
public record LicensesSettings(
        @Valid @NotNull SalesforceSettings.Org source,
        @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration poll) {
    private static final Duration MINUTE = Duration.seconds(60);

    @JsonCreator
    public LicensesSettings(
            @JsonProperty("source") SalesforceSettings.Org source,
            @JsonProperty("poll") @Nullable Duration poll) {
        this.source = source;
        this.poll = Objects.requireNonNullElse(poll, MINUTE);
    }
}
