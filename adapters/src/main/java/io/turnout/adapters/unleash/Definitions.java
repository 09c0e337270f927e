package io.turnout.adapters.unleash;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Overlay;
import io.turnout.domain.rollout.Reach;
import java.util.Optional;
import java.util.Set;

/// Definitions of flags in the form in which an Unleash server hands them out.
final class Definitions {
    static final JsonMapper JSON = new JsonMapper();

    private Definitions() {}

    /// What was decided here, compiled: for each flag one strategy over one segment.
    static String compiled(Overlay overlay) {
        ObjectNode root = JSON.createObjectNode().put("version", 2);
        ArrayNode features = root.putArray("features");
        ArrayNode segments = root.putArray("segments");
        for (Flag flag : overlay.known()) {
            int segment = segments.size() + 1;
            ObjectNode feature = features.addObject();
            feature.put("name", flag.key()).put("type", "release").put("enabled", true);
            feature.putArray("variants");
            feature.putArray("strategies").add(Strategy.live(flag, Set.of(segment)));
            Reach reach = overlay.of(flag).reach();
            segments.addObject()
                    .put("id", segment)
                    .putArray("constraints")
                    .add(LiveConstraint.of(reach).toJson());
        }
        return root.toString();
    }

    /// Reads what somebody handed out. Empty when it is none: no JSON, or not of this form.
    static Optional<JsonNode> read(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            boolean sound =
                    root.path("version").isInt()
                            && root.path("features").isArray()
                            && sound(root.path("features"));
            return sound ? Optional.of(root) : Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static boolean sound(JsonNode features) {
        for (JsonNode feature : features) {
            if (!feature.path("name").isTextual()
                    || !feature.path("enabled").isBoolean()
                    || !feature.path("strategies").isArray()) {
                return false;
            }
        }
        return true;
    }
}
