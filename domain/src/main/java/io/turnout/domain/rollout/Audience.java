package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// For whom something is said.
public sealed interface Audience {
    /// No more orgs than so many in one change.
    int ORGS_MAX = 1_000;

    /// Every org there is and will be.
    record Everybody() implements Audience {}

    /// One org, the orgs of a wave, or any others.
    record Orgs(Set<OrgId> orgs) implements Audience {
        public Orgs {
            orgs = Set.copyOf(orgs);
            if (orgs.isEmpty() || orgs.size() > ORGS_MAX) {
                throw new IllegalArgumentException("an audience is 1 to " + ORGS_MAX + " orgs");
            }
        }
    }

    static Audience everybody() {
        return new Everybody();
    }

    static Audience of(OrgId org) {
        return new Orgs(Set.of(org));
    }

    static Audience of(Collection<OrgId> orgs) {
        return new Orgs(Set.copyOf(orgs));
    }

    /// Of however many: as few as hold them all, and none for nobody.
    static List<Audience> ofAll(Collection<OrgId> orgs) {
        List<OrgId> rest = List.copyOf(orgs);
        List<Audience> audiences = new ArrayList<>();
        for (int from = 0; from < rest.size(); from += ORGS_MAX) {
            audiences.add(of(rest.subList(from, Math.min(rest.size(), from + ORGS_MAX))));
        }
        return audiences;
    }
}
