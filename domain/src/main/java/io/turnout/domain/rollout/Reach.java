package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.Set;

/// Which orgs the definitions of a flag are to name: those that are allowed and not killed. Forces
/// are none of it, since they are decided before any definition is asked.
public sealed interface Reach {
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
