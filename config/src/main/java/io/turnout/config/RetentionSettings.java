package io.turnout.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.retention.Kind;
import io.turnout.domain.retention.RetentionRule;
import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// For how long after the end of an event what is kept of it is kept: for good where nothing is
/// said. It is deleted once a day.
///
/// @param audit for how long the stack's audit trail is kept, 180 days at least
/// @param orgs orgs with periods of their own, by their Salesforce ids
public record RetentionSettings(
        @MinDuration(value = 8, unit = TimeUnit.DAYS) @Nullable Duration registrations,
        @MinDuration(value = 8, unit = TimeUnit.DAYS) @Nullable Duration waitlist,
        @MinDuration(value = 8, unit = TimeUnit.DAYS) @Nullable Duration links,
        @MinDuration(value = 180, unit = TimeUnit.DAYS) @Nullable Duration audit,
        @Valid @Nullable Map<String, @Valid Own> orgs) {
    static final RetentionSettings USUAL = new RetentionSettings(null, null, null, null, null);

    /// The periods of one org; `waitlist` is that of those who still stood in line.
    public record Own(
            @MinDuration(value = 8, unit = TimeUnit.DAYS) @Nullable Duration registrations,
            @MinDuration(value = 8, unit = TimeUnit.DAYS) @Nullable Duration waitlist,
            @MinDuration(value = 8, unit = TimeUnit.DAYS) @Nullable Duration links) {
        Map<Kind, java.time.Duration> toPeriods() {
            Map<Kind, java.time.Duration> periods = new EnumMap<>(Kind.class);
            put(periods, Kind.REGISTRATIONS, registrations);
            put(periods, Kind.WAITLIST, waitlist);
            put(periods, Kind.LINKS, links);
            return periods;
        }

        private static void put(
                Map<Kind, java.time.Duration> periods, Kind kind, @Nullable Duration period) {
            if (period != null) {
                periods.put(kind, period.toJavaDuration());
            }
        }
    }

    RetentionRule toRule() {
        Map<OrgId, Map<Kind, java.time.Duration>> own = new HashMap<>();
        if (orgs != null) {
            orgs.forEach((org, periods) -> own.put(new OrgId(org), periods.toPeriods()));
        }
        return new RetentionRule(
                new Own(registrations, waitlist, links).toPeriods(),
                own,
                Optional.ofNullable(audit).map(Duration::toJavaDuration));
    }
}
