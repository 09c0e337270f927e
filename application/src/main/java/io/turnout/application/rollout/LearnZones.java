package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Asks orgs for their time zones, one after another, each once a day. No transaction is open while
/// an org is asked.
public final class LearnZones {
    private final OrgProfiles profiles;
    private final OrgZones zones;

    public LearnZones(OrgProfiles profiles, OrgZones zones) {
        this.profiles = profiles;
        this.zones = zones;
    }

    /// Whether another may be due.
    public boolean learn() {
        Optional<OrgId> due = profiles.unasked();
        due.ifPresent(org -> zones.ask(org).ifPresent(zone -> profiles.learn(org, zone)));
        return due.isPresent();
    }
}
