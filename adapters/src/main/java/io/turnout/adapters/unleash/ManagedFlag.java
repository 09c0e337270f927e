package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Reach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A flag at an Unleash server as we write it: segments and strategies of ours, and nothing else.
/// The order of the steps is what keeps orgs off that are to be off, and on that are to be on:
/// segments before their strategies, both before the flag is on, and strategies of ours before
/// others are taken away, since a flag that is on without any is on for everybody.
final class ManagedFlag {
    /// No server takes more for a flag and an environment.
    private static final int STRATEGIES_MAX = 30;

    private final UnleashHttp http;
    private final UnleashFlagServer.Place place;
    private boolean guarded;

    ManagedFlag(UnleashHttp http, UnleashFlagServer.Place place) {
        this.http = http;
        this.place = place;
    }

    /// How the names of a flag's segments begin.
    private String base(Flag flag) {
        return flag.key() + "." + place.environment();
    }

    boolean isSegment(Flag flag, String name) {
        return Layout.isOurs(base(flag), name);
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
    void show(Flag flag, Reach reach) {
        guard();
        exists(flag);
        ManagedSegments segments = ManagedSegments.read(http, base(flag));
        Layout layout = Layout.of(base(flag), reach, segments.values());
        segments.write(layout.meanwhile(segments.values()));
        List<Set<Integer>> strategies = layout.strategies().stream().map(segments::ids).toList();
        strategies(flag, strategies);
        if (!http.read(environment(flag)).path("enabled").asBoolean()) {
            var _ = http.write("POST", environment(flag) + "/on", null);
        }
        segments.write(layout);
        segments.deleteOthers(layout);
        readBack(flag, layout, strategies);
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
        nobody.putArray("constraints").add(LiveConstraint.of(LiveConstraint.IN, Set.of()).toJson());
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

    /// New ones first, as far as there is room; then what is not wanted goes.
    private void strategies(Flag flag, List<Set<Integer>> wanted) {
        JsonNode all = http.read(environment(flag) + "/strategies");
        Set<Set<Integer>> missing = new LinkedHashSet<>(wanted);
        List<String> others = new ArrayList<>();
        for (JsonNode one : all) {
            boolean stays = isOurs(flag, one) && missing.remove(segments(one));
            if (!stays) {
                others.add(one.path("id").asText());
            }
        }
        int room = Math.max(0, STRATEGIES_MAX - all.size());
        missing.stream().limit(room).forEach(segments -> create(flag, segments));
        others.forEach(id -> delete(flag, id));
        missing.stream().skip(room).forEach(segments -> create(flag, segments));
    }

    private void create(Flag flag, Set<Integer> segments) {
        ObjectNode strategy = Strategy.live(flag, segments).put("title", Strategy.TITLE);
        var _ = http.write("POST", environment(flag) + "/strategies", strategy);
    }

    private void delete(Flag flag, String id) {
        var _ = http.write("DELETE", environment(flag) + "/strategies/" + id, null);
    }

    private static Set<Integer> segments(JsonNode strategy) {
        Set<Integer> ids = new HashSet<>();
        strategy.path("segments").forEach(id -> ids.add(id.asInt()));
        return ids;
    }

    private static boolean isOurs(Flag flag, JsonNode strategy) {
        return Strategy.isOurs(flag, strategy) && !strategy.path("disabled").asBoolean();
    }

    private void readBack(Flag flag, Layout layout, List<Set<Integer>> wanted) {
        JsonNode strategies = http.read(environment(flag) + "/strategies");
        Set<Set<Integer>> there = new HashSet<>();
        boolean as = strategies.size() == wanted.size();
        for (JsonNode one : strategies) {
            as &= isOurs(flag, one) && there.add(segments(one));
        }
        as &=
                there.equals(Set.copyOf(wanted))
                        && http.read(environment(flag)).path("enabled").asBoolean()
                        && ManagedSegments.read(http, base(flag)).areAs(layout);
        if (!as) {
            throw new IllegalStateException(flag.key() + " is not there as it was written");
        }
    }
}
