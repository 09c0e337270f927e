package io.turnout.adapters.http.lane;

import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much is worked on at once, what each kind of caller may ask in a time (what is not named is
/// not limited, but for hosts of orgs, load tests and what is no link), which proxies are believed
/// when they say for whom they ask, and under which names this instance serves (any, when none is
/// named).
public record LaneSettings(
        int inWork,
        Map<Allowance.Kind, Rate> rates,
        List<AddressRange> trustedProxies,
        Set<String> ownHosts) {
    public static final int IN_WORK = 4_096;

    /// What a host may be asked where nothing else is said: fifty a second.
    private static final Rate HOST = new Rate(100, Duration.ofSeconds(2));

    /// What a declared load test may ask, of whichever org.
    private static final Rate LOAD_TEST = new Rate(200, Duration.ofSeconds(2));

    /// What an address may try that is no link: one a second, and sixty at once.
    private static final Rate LINK_MISSES = new Rate(60, Duration.ofMinutes(1));

    public static final LaneSettings USUAL =
            new LaneSettings(IN_WORK, Map.of(), List.of(), Set.of());

    public LaneSettings {
        Map<Allowance.Kind, Rate> all = new EnumMap<>(Allowance.Kind.class);
        all.put(Allowance.Kind.HOST, HOST);
        all.put(Allowance.Kind.LOAD_TEST, LOAD_TEST);
        all.put(Allowance.Kind.LINK_MISSES, LINK_MISSES);
        all.putAll(rates);
        rates = Map.copyOf(all);
        trustedProxies = List.copyOf(trustedProxies);
        ownHosts = Set.copyOf(ownHosts);
        if (inWork < 1) {
            throw new IllegalArgumentException("something must be worked on");
        }
    }

    Rate linkMisses() {
        return rates.getOrDefault(Allowance.Kind.LINK_MISSES, LINK_MISSES);
    }
}
