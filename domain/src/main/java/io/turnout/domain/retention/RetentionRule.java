package io.turnout.domain.retention;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// For how long after the end of an event something of it is kept: `usual`, where an org has no
/// period of its own. What has none is kept for good.
public record RetentionRule(Map<Kind, Duration> usual, Map<OrgId, Map<Kind, Duration>> own) {
    public static final RetentionRule NONE = new RetentionRule(Map.of(), Map.of());

    /// While Salesforce is still compared with what is here, nothing may be missing.
    public static final Duration LEAST = Duration.ofDays(8);

    public RetentionRule {
        usual = Map.copyOf(usual);
        own = Map.copyOf(own);
        own.values().forEach(RetentionRule::refuseShort);
        refuseShort(usual);
    }

    private static void refuseShort(Map<Kind, Duration> periods) {
        if (periods.values().stream().anyMatch(period -> period.compareTo(LEAST) < 0)) {
            throw new IllegalArgumentException("a period has at least 8 days");
        }
    }

    public Optional<Duration> of(OrgId org, Kind kind) {
        Duration period = own.getOrDefault(org, Map.of()).get(kind);
        return Optional.ofNullable(period == null ? usual.get(kind) : period);
    }

    public boolean isNone() {
        return usual.isEmpty() && own.isEmpty();
    }
}
