package io.turnout.application.flags;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Flag;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an org has and has not, and why.
public final class ExplainFlags {
    private final FlagPorts ports;

    public ExplainFlags(FlagPorts ports) {
        this.ports = ports;
    }

    /// In the order in which flags are listed.
    public Map<Flag, Decision> explain(OrgId org) {
        Map<Flag, Decision> all = new LinkedHashMap<>();
        for (Flag flag : ports.known()) {
            all.put(flag, ports.decisions().explain(flag, org));
        }
        return all;
    }
}
