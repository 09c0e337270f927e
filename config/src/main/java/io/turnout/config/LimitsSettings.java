package io.turnout.config;

import io.dropwizard.util.Duration;
import io.turnout.adapters.http.lane.AddressRange;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How much each kind of caller may ask, and how much is worked on at once. What is left out is
/// not limited, but for hosts of orgs, load tests and what is no link. With `redis`, instances
/// share what is left. Many people may share one address, and all of a company does.
public record LimitsSettings(
        @Nullable @Min(16) @Max(100_000) Integer inWork,
        @Valid @Nullable Quota address,
        @Valid @Nullable Quota addressRegistrations,
        @Valid @Nullable Quota org,
        @Valid @Nullable Quota host,
        @Valid @Nullable Quota loadTest,
        @Valid @Nullable Quota linkMisses,
        @Nullable URI redis,
        @Nullable List<@NotNull String> trustedProxies,
        @Nullable List<@NotNull String> ownHosts) {
    static final LimitsSettings USUAL =
            new LimitsSettings(null, null, null, null, null, null, null, null, null, null);

    /// So many at once, and as many again over each window.
    public record Quota(@Min(1) @Max(10_000_000) long quota, @NotNull Duration window) {
        Rate toRate() {
            return new Rate(quota, window.toJavaDuration());
        }
    }

    LaneSettings toLanes() {
        Map<Allowance.Kind, Rate> rates = new EnumMap<>(Allowance.Kind.class);
        put(rates, Allowance.Kind.ADDRESS, address);
        put(rates, Allowance.Kind.ADDRESS_REGISTRATIONS, addressRegistrations);
        put(rates, Allowance.Kind.ORG, org);
        put(rates, Allowance.Kind.HOST, host);
        put(rates, Allowance.Kind.LOAD_TEST, loadTest);
        put(rates, Allowance.Kind.LINK_MISSES, linkMisses);
        return new LaneSettings(
                Optional.ofNullable(inWork).orElse(LaneSettings.IN_WORK),
                rates,
                Optional.ofNullable(trustedProxies).orElse(List.of()).stream()
                        .map(AddressRange::of)
                        .toList(),
                Optional.ofNullable(ownHosts).orElse(List.of()).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    /// The address may hold a password.
    @Override
    public String toString() {
        return "LimitsSettings[…]";
    }

    private static void put(
            Map<Allowance.Kind, Rate> rates, Allowance.Kind kind, @Nullable Quota quota) {
        if (quota != null) {
            rates.put(kind, quota.toRate());
        }
    }
}
