package io.turnout.adapters.heroku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.adapters.heroku.HerokuFake.Asked;
import io.turnout.adapters.heroku.HerokuFake.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One app at Heroku: its variables with every release of them, its formation, its dynos.
final class HerokuApp {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern OLD = Pattern.compile("releases/([0-9]+)/config-vars");
    private static final Pattern MOST = Pattern.compile("version \\.\\.; order=desc,max=([0-9]+)");
    private static final int BYTES_MAX = 64 * 1024;

    private final Map<String, String> vars = new LinkedHashMap<>();
    private final List<ObjectNode> releases = new ArrayList<>();
    private final List<Map<String, String>> old = new ArrayList<>();
    private int quantity = 1;
    private boolean affinity;
    private int restarts;

    HerokuApp() {
        release("Initial release");
    }

    /// How often all dynos were restarted.
    synchronized int restarts() {
        return restarts;
    }

    synchronized Map<String, String> variables() {
        return Map.copyOf(vars);
    }

    /// A release that somebody else makes: of code, by hand.
    synchronized void release(String description) {
        ObjectNode release = JSON.createObjectNode();
        release.put("version", releases.size() + 1)
                .put("description", description)
                .put("status", "succeeded")
                .put("created_at", "2026-03-11T09:00:00Z")
                .putObject("user")
                .put("email", "somebody@vendor.example");
        releases.addFirst(release);
        old.add(Map.copyOf(vars));
    }

    synchronized Reply reply(Asked asked) {
        Matcher ofOld = OLD.matcher(asked.path());
        String call = asked.method() + " " + asked.path();
        return switch (call) {
            case "GET config-vars" -> Reply.ok(JSON.valueToTree(vars));
            case "PATCH config-vars" -> change(asked.body());
            case "GET releases" -> page(asked);
            case "GET formation/web" -> Reply.ok(formation());
            case "PATCH formation/web" -> scale(asked.body());
            case "GET dynos" -> Reply.ok(dynos());
            case "GET features/http-session-affinity" -> Reply.ok(feature());
            case "PATCH features/http-session-affinity" -> turn(asked.body());
            default ->
                    ofOld.matches() && asked.method().equals("GET")
                            ? ofOld(Integer.parseInt(ofOld.group(1)))
                            : Reply.error(
                                    404,
                                    "not_found",
                                    "The requested API endpoint was not" + " found.");
        };
    }

    private Reply ofOld(int version) {
        return version >= 1 && version <= old.size()
                ? Reply.ok(JSON.valueToTree(old.get(version - 1)))
                : Reply.error(404, "not_found", "Couldn't find that release.");
    }

    private Reply change(JsonNode body) {
        Map<String, String> next = new LinkedHashMap<>(vars);
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            JsonNode value = entry.getValue();
            if (!entry.getKey().matches("\\w+") || !(value.isNull() || value.isTextual())) {
                return invalid(entry.getKey());
            }
            if (value.isNull()) {
                next.remove(entry.getKey());
            } else {
                next.put(entry.getKey(), value.asText());
            }
        }
        if (next.toString().length() > BYTES_MAX) {
            return invalid("config vars");
        }
        if (!next.equals(vars)) {
            vars.clear();
            vars.putAll(next);
            release(
                    "Set "
                            + String.join(
                                    ", ",
                                    body.properties().stream().map(Map.Entry::getKey).toList())
                            + " config vars");
            restarts++;
        }
        return Reply.ok(JSON.valueToTree(vars));
    }

    private static Reply invalid(String what) {
        return Reply.error(422, "invalid_params", what + " is invalid.");
    }

    private Reply page(Asked asked) {
        Matcher most = MOST.matcher(asked.range().orElse("version ..; order=desc,max=200"));
        if (!most.matches()) {
            return Reply.error(416, "requested_range_not_satisfiable", "Range");
        }
        int count = Integer.parseInt(most.group(1));
        ArrayNode page = JSON.createArrayNode();
        releases.stream().limit(count).forEach(page::add);
        return new Reply(releases.size() > count ? 206 : 200, page);
    }

    private ObjectNode formation() {
        ObjectNode formation = JSON.createObjectNode();
        formation.put("type", "web").put("quantity", quantity).put("size", "Standard-2X");
        formation.putObject("dyno_size").put("name", "Standard-2X");
        return formation;
    }

    /// Nothing but what the schema names, and a number where it says so.
    private Reply scale(JsonNode body) {
        boolean known = named(body, Set.of("quantity", "dyno_size"));
        if (!known || !body.path("quantity").isInt() || body.path("quantity").asInt() < 0) {
            return invalid("quantity");
        }
        quantity = body.path("quantity").asInt();
        return Reply.ok(formation());
    }

    private static boolean named(JsonNode body, Set<String> names) {
        return body.properties().stream().allMatch(entry -> names.contains(entry.getKey()));
    }

    private ArrayNode dynos() {
        ArrayNode dynos = JSON.createArrayNode();
        for (int one = 1; one <= quantity; one++) {
            var _ =
                    dynos.addObject()
                            .put("name", "web." + one)
                            .put("type", "web")
                            .put("state", "up");
        }
        var _ = dynos.addObject().put("name", "run.1").put("type", "run").put("state", "up");
        return dynos;
    }

    private ObjectNode feature() {
        return JSON.createObjectNode()
                .put("name", "http-session-affinity")
                .put("enabled", affinity)
                .put("state", "public");
    }

    private Reply turn(JsonNode body) {
        if (!named(body, Set.of("enabled")) || !body.path("enabled").isBoolean()) {
            return invalid("enabled");
        }
        affinity = body.path("enabled").asBoolean();
        return Reply.ok(feature());
    }
}
