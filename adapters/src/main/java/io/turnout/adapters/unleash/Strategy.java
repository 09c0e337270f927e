package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.rollout.Flag;

/// The one strategy of a flag that we look after: everybody in its segment, and nobody else.
final class Strategy {
    static final String NAME = "flexibleRollout";
    static final String TITLE = "managed: live orgs";
    static final String ORG = "orgId";

    private Strategy() {}

    static ObjectNode live(Flag flag, int segment) {
        ObjectNode strategy = Definitions.JSON.createObjectNode().put("name", NAME);
        strategy.set("parameters", parameters(flag));
        strategy.putArray("constraints");
        strategy.putArray("segments").add(segment);
        return strategy;
    }

    static ObjectNode parameters(Flag flag) {
        return Definitions.JSON
                .createObjectNode()
                .put("rollout", "100")
                .put("stickiness", ORG)
                .put("groupId", flag.key());
    }
}
