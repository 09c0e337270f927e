package io.turnout.application.flags;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Flag;
import java.util.EnumMap;
import java.util.Map;

/// What an org has and has not, and why.
public final class ExplainFlags {
    private final FlagDecisions decisions;

    public ExplainFlags(FlagDecisions decisions) {
        this.decisions = decisions;
    }

    public Map<Flag, Decision> explain(OrgId org) {
        Map<Flag, Decision> all = new EnumMap<>(Flag.class);
        for (Flag flag : Flag.values()) {
            all.put(flag, decisions.explain(flag, org));
        }
        return all;
    }
}
