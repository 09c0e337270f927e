package io.turnout.adapters.http.lane;

import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import java.util.List;
import java.util.Map;

/// How much is worked on at once, what each kind of caller may ask in a time (what is not named is
/// not limited), and which proxies are believed when they say for whom they ask.
public record LaneSettings(
        int inWork, Map<Allowance.Kind, Rate> rates, List<AddressRange> trustedProxies) {
    public static final int IN_WORK = 4_096;

    public static final LaneSettings USUAL = new LaneSettings(IN_WORK, Map.of(), List.of());

    public LaneSettings {
        rates = Map.copyOf(rates);
        trustedProxies = List.copyOf(trustedProxies);
        if (inWork < 1) {
            throw new IllegalArgumentException("something must be worked on");
        }
    }
}
