package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.Set;

/// Which orgs the definitions of a flag are to name: those that are allowed and not killed. Forces
/// are none of it, since they are decided before any definition is asked.
public sealed interface Reach {
    /// As a person would say it: `everybody but 3 orgs`.
    default String words() {
        return switch (this) {
            case All(var but) -> but.isEmpty() ? "everybody" : "everybody but " + count(but);
            case Only(var orgs) -> orgs.isEmpty() ? "nobody" : count(orgs);
        };
    }

    private static String count(Set<OrgId> orgs) {
        return orgs.size() == 1 ? "1 org" : orgs.size() + " orgs";
    }

    /// All but some.
    record All(Set<OrgId> but) implements Reach {
        public All {
            but = Set.copyOf(but);
        }
    }

    /// These, or nobody.
    record Only(Set<OrgId> orgs) implements Reach {
        public Only {
            orgs = Set.copyOf(orgs);
        }
    }
}
