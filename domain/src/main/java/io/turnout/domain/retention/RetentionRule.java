package io.turnout.domain.retention;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// For how long after the end of an event something of it is kept: `usual`, where an org has no
/// period of its own. What has none is kept for good.
///
/// @param audit for how long the stack's audit trail is kept
public record RetentionRule(
        Map<Kind, Duration> usual, Map<OrgId, Map<Kind, Duration>> own, Optional<Duration> audit) {
    public static final RetentionRule NONE = new RetentionRule(Map.of(), Map.of());

    /// What was done is evidence for longer than anybody's seat.
    public static final Duration AUDIT_LEAST = Duration.ofDays(180);

    /// While Salesforce is still compared with what is here, nothing may be missing.
    public static final Duration LEAST = Duration.ofDays(8);

    public RetentionRule {
        usual = Map.copyOf(usual);
        own = Map.copyOf(own);
        own.values().forEach(RetentionRule::refuseShort);
        refuseShort(usual);
        if (audit.filter(period -> period.compareTo(AUDIT_LEAST) < 0).isPresent()) {
            throw new IllegalArgumentException("an audit trail is kept for 180 days at least");
        }
    }

    public RetentionRule(Map<Kind, Duration> usual, Map<OrgId, Map<Kind, Duration>> own) {
        this(usual, own, Optional.empty());
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
        return usual.isEmpty() && own.isEmpty() && audit.isEmpty();
    }
}
