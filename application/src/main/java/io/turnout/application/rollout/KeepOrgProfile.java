package io.turnout.application.rollout;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.OrgProfile;
import java.util.Optional;

/// An operator says what an org is like.
public final class KeepOrgProfile {
    private final OrgProfiles profiles;
    private final AuditTrail trail;

    public KeepOrgProfile(OrgProfiles profiles, AuditTrail trail) {
        this.profiles = profiles;
        this.trail = trail;
    }

    /// False where the org is not at home here.
    public boolean keep(OrgProfile profile, Author author) {
        Optional<OrgProfile> before = profiles.find(profile.org());
        if (before.isEmpty()) {
            return false;
        }
        String change = told(before.get()) + " > " + told(profile);
        var _ =
                trail.append(
                        new AuditEntry(
                                author.actor(),
                                "org profile",
                                Optional.of(profile.org()),
                                change.substring(0, Math.min(change.length(), AuditEntry.TEXT_MAX)),
                                "asked",
                                author.request()));
        profiles.keep(profile);
        return true;
    }

    private static String told(OrgProfile profile) {
        return profile.kind()
                + " "
                + profile.zone().map(Object::toString).orElse("-")
                + " "
                + profile.region().map(Object::toString).orElse("-")
                + " "
                + profile.tier().map(Object::toString).orElse("-")
                + " "
                + profile.tags().stream().map(Object::toString).sorted().toList();
    }
}
