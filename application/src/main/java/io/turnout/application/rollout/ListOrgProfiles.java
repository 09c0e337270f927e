package io.turnout.application.rollout;

import io.turnout.domain.rollout.OrgProfile;
import java.util.List;

/// What the orgs are like.
public final class ListOrgProfiles {
    private final OrgProfiles profiles;

    public ListOrgProfiles(OrgProfiles profiles) {
        this.profiles = profiles;
    }

    public List<OrgProfile> list() {
        return profiles.all();
    }
}
