package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        Map<Flag, Shown> shown = new HashMap<>();
        Flag.FEATURES.forEach(flag -> shown.put(flag, reader.shown(flag)));
        for (JsonNode feature : root.path("features")) {
            Flag.of(feature.path("name").asText())
                    .ifPresent(flag -> shown.put(flag, reader.shown(flag)));
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
        List<List<LiveConstraint>> asked = new ArrayList<>();
        for (JsonNode one : strategies) {
            if (!Strategy.isOurs(flag, one)) {
                return new Shown.Otherwise("another strategy");
            }
            List<LiveConstraint> segments = new ArrayList<>();
            for (JsonNode id : one.path("segments")) {
                Optional<LiveConstraint> segment = segment(id.asInt());
                if (segment.isEmpty()) {
                    return new Shown.Otherwise("another segment");
                }
                segments.add(segment.get());
            }
            asked.add(segments);
        }
        return strategies.isEmpty()
                ? new Shown.Otherwise("no strategy")
                : Layout.read(asked)
                        .<Shown>map(Shown.As::new)
                        .orElseGet(() -> new Shown.Otherwise("other segments"));
    }

    private Optional<LiveConstraint> segment(int id) {
        for (JsonNode segment : root.path("segments")) {
            if (segment.path("id").asInt() == id) {
                return LiveConstraint.read(segment.path("constraints"));
            }
        }
        return Optional.empty();
    }
}
