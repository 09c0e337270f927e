package io.turnout.application.flags;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Flag;
import java.time.InstantSource;

/// Whether an org has a flag, by what was said here and by what the definitions say. Answered from
/// memory, in microseconds, whatever is down; so it may change from one question to the next:
/// whoever serves a request asks once and hands the answer on.
public record FlagDecisions(FlagOverlay overlay, FlagDefinitions definitions, InstantSource clock) {
    public boolean isOn(Flag flag, OrgId org) {
        return explain(flag, org).isOn();
    }

    /// Whether, and why.
    public Decision explain(Flag flag, OrgId org) {
        return overlay.current()
                .decide(flag, org, clock.instant(), () -> definitions.isOn(flag, org));
    }
}
