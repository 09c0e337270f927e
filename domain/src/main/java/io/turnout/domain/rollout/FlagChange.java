package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.Optional;

/// One thing that is said about a flag from here on. Saying it again changes nothing but who said
/// it last, why and when.
public sealed interface FlagChange {
    Flag flag();

    Audience audience();

    /// Off, whatever else is said, until it is lifted.
    record Kill(Flag flag, Audience audience) implements FlagChange {}

    /// Takes back kills: that of everybody, or those of single orgs; neither takes back the other.
    record Lift(Flag flag, Audience audience) implements FlagChange {}

    /// On or off for one org, whatever plans say; for ever without `until`.
    record Force(Flag flag, OrgId org, Switch to, Optional<Instant> until) implements FlagChange {
        @Override
        public Audience audience() {
            return Audience.of(org);
        }
    }

    /// Takes back a force.
    record Release(Flag flag, OrgId org) implements FlagChange {
        @Override
        public Audience audience() {
            return Audience.of(org);
        }
    }

    /// A plan, or whoever has none, lets these have it.
    record Allow(Flag flag, Audience audience) implements FlagChange {}

    /// Takes back what was allowed to everybody, or to single orgs; neither takes back the other.
    record Withdraw(Flag flag, Audience audience) implements FlagChange {}
}
