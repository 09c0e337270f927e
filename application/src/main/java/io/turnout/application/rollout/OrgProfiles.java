package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgProfile;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What is known of the orgs that are at home here.
public interface OrgProfiles {
    int ORGS_MAX = 20_000;

    /// An org's Salesforce is asked so seldom.
    Duration ASKED = Duration.ofDays(1);

    /// All of them, by their ids, also those of which nothing is known.
    List<OrgProfile> all();

    /// Empty where the org is not at home here.
    Optional<OrgProfile> find(OrgId org);

    /// What an operator says. Without a zone, that of the org's Salesforce holds again.
    void keep(OrgProfile profile);

    /// The org whose Salesforce was not asked for its zone for longest; nobody else gets it for
    /// `ASKED`. Empty when none is due.
    Optional<OrgId> unasked();

    /// What the org's Salesforce says; an operator knows better.
    void learn(OrgId org, ZoneId zone);
}
