package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Reach;
import java.util.Optional;
import java.util.Set;

/// A flag at an Unleash server as we write it: one segment and one strategy, and nothing else. The
/// order of the steps is what keeps orgs off that are to be off: the segment before its strategy,
/// both before the flag is on, and a strategy of ours before the last other one is taken away,
/// since a flag that is on without any is on for everybody.
final class ManagedFlag {
    private final UnleashHttp http;
    private final UnleashFlagServer.Place place;
    private boolean guarded;

    ManagedFlag(UnleashHttp http, UnleashFlagServer.Place place) {
        this.http = http;
        this.place = place;
    }

    String segment(Flag flag) {
        return flag.key() + "." + place.environment() + ".live";
    }

    private String project() {
        return "/api/admin/projects/" + place.project();
    }

    private String feature(Flag flag) {
        return project() + "/features/" + flag.key();
    }

    private String environment(Flag flag) {
        return feature(flag) + "/environments/" + place.environment();
    }

    /// @throws IllegalStateException when the server is away, or shows something else afterwards
    void show(Flag flag, LiveConstraint live) {
        guard();
        exists(flag);
        int segment = segment(flag, live);
        oneStrategy(flag, segment);
        if (!http.read(environment(flag)).path("enabled").asBoolean()) {
            var _ = http.write("POST", environment(flag) + "/on", null);
        }
        readBack(flag, segment, live);
    }

    /// Whoever switches a flag on that has no strategy gets one for nobody; without this, Unleash
    /// gives it one for everybody.
    private void guard() {
        if (guarded) {
            return;
        }
        if (http.find("/api/admin/context/" + Strategy.ORG).isEmpty()) {
            ObjectNode field =
                    Definitions.JSON
                            .createObjectNode()
                            .put("name", Strategy.ORG)
                            .put("description", "the id of an org")
                            .put("stickiness", true);
            var _ = http.write("POST", "/api/admin/context", field);
        }
        ObjectNode nobody =
                Definitions.JSON
                        .createObjectNode()
                        .put("name", Strategy.NAME)
                        .put("title", "guard: nobody")
                        .put("disabled", false);
        nobody.putObject("parameters")
                .put("rollout", "0")
                .put("stickiness", "default")
                .put("groupId", "guard");
        nobody.putArray("constraints").add(LiveConstraint.of(new Reach.Only(Set.of())).toJson());
        nobody.putArray("segments");
        var _ =
                http.write(
                        "POST",
                        project() + "/environments/" + place.environment() + "/default-strategy",
                        nobody);
        guarded = true;
    }

    private void exists(Flag flag) {
        Optional<JsonNode> known = http.find(feature(flag));
        if (known.filter(one -> !one.path("archived").asBoolean()).isPresent()) {
            return;
        }
        ObjectNode feature =
                Definitions.JSON
                        .createObjectNode()
                        .put("name", flag.key())
                        .put("type", "release")
                        .put("description", flag.purpose());
        Optional<UnleashHttp.Answer> made =
                known.isPresent()
                        ? Optional.empty()
                        : http.tryWrite("POST", project() + "/features", feature);
        if (made.filter(UnleashHttp.Answer::isDone).isEmpty()) {
            // It is in the archive. What is taken out of there is off everywhere.
            var _ = http.write("POST", "/api/admin/archive/revive/" + flag.key(), null);
        }
    }

    private int segment(Flag flag, LiveConstraint live) {
        ObjectNode wanted =
                Definitions.JSON
                        .createObjectNode()
                        .put("name", segment(flag))
                        .put("description", "managed by Turnout: changes here are taken back");
        wanted.putArray("constraints").add(live.toJson());
        for (JsonNode segment : http.read("/api/admin/segments").path("segments")) {
            if (segment.path("name").asText().equals(segment(flag))) {
                int id = segment.path("id").asInt();
                if (!LiveConstraint.read(segment.path("constraints"))
                        .filter(live::equals)
                        .isPresent()) {
                    var _ = http.write("PUT", "/api/admin/segments/" + id, wanted);
                }
                return id;
            }
        }
        return http.created("/api/admin/segments", wanted).path("id").asInt();
    }

    private void oneStrategy(Flag flag, int segment) {
        JsonNode all = http.read(environment(flag) + "/strategies");
        boolean ours = false;
        for (JsonNode one : all) {
            ours |= isOurs(flag, segment, one);
        }
        if (!ours) {
            ObjectNode strategy = Strategy.live(flag, segment).put("title", Strategy.TITLE);
            var _ = http.write("POST", environment(flag) + "/strategies", strategy);
        }
        boolean kept = false;
        for (JsonNode one : all) {
            if (isOurs(flag, segment, one) && !kept) {
                kept = true;
            } else {
                String id = one.path("id").asText();
                var _ = http.write("DELETE", environment(flag) + "/strategies/" + id, null);
            }
        }
    }

    private static boolean isOurs(Flag flag, int segment, JsonNode strategy) {
        return strategy.path("name").asText().equals(Strategy.NAME)
                && strategy.path("parameters").equals(Strategy.parameters(flag))
                && strategy.path("constraints").isEmpty()
                && strategy.path("segments").size() == 1
                && strategy.path("segments").get(0).asInt() == segment
                && !strategy.path("disabled").asBoolean();
    }

    private void readBack(Flag flag, int segment, LiveConstraint live) {
        JsonNode strategies = http.read(environment(flag) + "/strategies");
        JsonNode constraints = http.read("/api/admin/segments/" + segment).path("constraints");
        boolean as =
                http.read(environment(flag)).path("enabled").asBoolean()
                        && strategies.size() == 1
                        && isOurs(flag, segment, strategies.get(0))
                        && LiveConstraint.read(constraints).filter(live::equals).isPresent();
        if (!as) {
            throw new IllegalStateException(flag.key() + " is not there as it was written");
        }
    }
}
