package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Which orgs a wave takes. Whoever opted out is in none.
public sealed interface Selection {
    int ORGS_MAX = 1_000;
    int VALUES_MAX = 100;

    default Fit judge(Candidate candidate) {
        boolean out = candidate.choice().filter(Choice.OUT::equals).isPresent();
        return out ? Fit.OPTED_OUT : fit(candidate);
    }

    /// Without asking whether it opted out.
    Fit fit(Candidate candidate);

    /// These and no others.
    record Listed(Set<OrgId> orgs) implements Selection {
        public Listed {
            orgs = Set.copyOf(orgs);
            if (orgs.isEmpty() || orgs.size() > ORGS_MAX) {
                throw new IllegalArgumentException("a list is 1 to " + ORGS_MAX + " orgs");
            }
        }

        @Override
        public Fit fit(Candidate candidate) {
            return orgs.contains(candidate.org()) ? Fit.LISTED : Fit.NOT_LISTED;
        }
    }

    /// Those of whom all of it is true; an empty set asks for nothing, and of tags one is enough.
    record ByRule(
            Whom whom, Set<Label> regions, Set<ZoneId> zones, Set<Label> tiers, Set<Label> tags)
            implements Selection {
        public static final ByRule EVERYBODY =
                new ByRule(Whom.ANYBODY, Set.of(), Set.of(), Set.of(), Set.of());

        public ByRule {
            regions = Set.copyOf(regions);
            zones = Set.copyOf(zones);
            tiers = Set.copyOf(tiers);
            tags = Set.copyOf(tags);
            if (regions.size() + zones.size() + tiers.size() + tags.size() > VALUES_MAX) {
                throw new IllegalArgumentException("a rule names at most " + VALUES_MAX);
            }
        }

        @Override
        public Fit fit(Candidate candidate) {
            OrgProfile profile = candidate.profile();
            if (whom == Whom.OWN_TESTS && profile.kind() != OrgProfile.Kind.OWN_TEST) {
                return Fit.NO_OWN_TEST;
            }
            if (whom == Whom.OPTED_IN && candidate.choice().isEmpty()) {
                return Fit.NOT_OPTED_IN;
            }
            if (misses(regions, profile.region())) {
                return Fit.OTHER_REGION;
            }
            if (misses(zones, profile.zone())) {
                return Fit.OTHER_ZONE;
            }
            if (misses(tiers, profile.tier())) {
                return Fit.OTHER_TIER;
            }
            boolean tagged = tags.isEmpty() || tags.stream().anyMatch(profile.tags()::contains);
            return tagged ? Fit.MATCHES : Fit.WITHOUT_TAG;
        }

        private static <T> boolean misses(Set<T> wanted, Optional<T> had) {
            return !wanted.isEmpty() && had.filter(wanted::contains).isEmpty();
        }
    }

    /// Of whom a rule speaks.
    enum Whom {
        OWN_TESTS,
        OPTED_IN,
        ANYBODY
    }
}
