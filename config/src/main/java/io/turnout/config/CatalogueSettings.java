package io.turnout.config;

import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// How many pulls of events and how many polls of orgs this instance makes at once, and how often
/// it looks whether any is due. None: another instance must.
public record CatalogueSettings(
        @Min(0) @Max(64) int callers, @Min(0) @Max(64) int pollers, @NotNull Duration poll) {
    static final CatalogueSettings USUAL = new CatalogueSettings(2, 2, Duration.milliseconds(100));
}
