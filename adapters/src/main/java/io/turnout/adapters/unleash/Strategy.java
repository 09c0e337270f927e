package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.rollout.Flag;
import java.util.Set;

/// A strategy of a flag that we look after: everybody whom its segments let in, and nobody else.
final class Strategy {
    static final String NAME = "flexibleRollout";
    static final String TITLE = "managed: live orgs";
    static final String ORG = "orgId";

    private Strategy() {}

    static ObjectNode live(Flag flag, Set<Integer> segments) {
        ObjectNode strategy = Definitions.JSON.createObjectNode().put("name", NAME);
        strategy.set("parameters", parameters(flag));
        strategy.putArray("constraints");
        ArrayNode asked = strategy.putArray("segments");
        segments.forEach(asked::add);
        return strategy;
    }

    /// Whichever segments it asks.
    static boolean isOurs(Flag flag, JsonNode strategy) {
        return strategy.path("name").asText().equals(NAME)
                && strategy.path("parameters").equals(parameters(flag))
                && strategy.path("constraints").isEmpty()
                && !strategy.path("segments").isEmpty();
    }

    private static ObjectNode parameters(Flag flag) {
        return Definitions.JSON
                .createObjectNode()
                .put("rollout", "100")
                .put("stickiness", ORG)
                .put("groupId", flag.key());
    }
}
