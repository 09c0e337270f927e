package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Shown;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Reads out of definitions which flags are as we write them, and which are not.
final class ShownFlags {
    private final JsonNode root;

    private ShownFlags(JsonNode root) {
        this.root = root;
    }

    static Map<Flag, Shown> of(JsonNode root) {
        ShownFlags reader = new ShownFlags(root);
        Map<Flag, Shown> shown = new EnumMap<>(Flag.class);
        for (Flag flag : Flag.values()) {
            shown.put(flag, reader.shown(flag));
        }
        return shown;
    }

    private Shown shown(Flag flag) {
        for (JsonNode feature : root.path("features")) {
            if (feature.path("name").asText().equals(flag.key())) {
                return feature.path("enabled").asBoolean()
                        ? strategies(flag, feature.path("strategies"))
                        : new Shown.Nothing();
            }
        }
        return new Shown.Nothing();
    }

    private Shown strategies(Flag flag, JsonNode strategies) {
        if (strategies.size() != 1) {
            return new Shown.Otherwise(strategies.size() + " strategies");
        }
        JsonNode only = strategies.get(0);
        boolean ours =
                only.path("name").asText().equals(Strategy.NAME)
                        && only.path("parameters").equals(Strategy.parameters(flag))
                        && only.path("constraints").isEmpty()
                        && only.path("segments").size() == 1;
        if (!ours) {
            return new Shown.Otherwise("another strategy");
        }
        return segment(only.path("segments").get(0).asInt())
                .flatMap(segment -> LiveConstraint.read(segment.path("constraints")))
                .flatMap(LiveConstraint::reach)
                .<Shown>map(Shown.As::new)
                .orElseGet(() -> new Shown.Otherwise("another segment"));
    }

    private Optional<JsonNode> segment(int id) {
        for (JsonNode segment : root.path("segments")) {
            if (segment.path("id").asInt() == id) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }
}
