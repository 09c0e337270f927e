package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `/composite/graph`: several graphs of single rows in one call, each of them whole or not at all,
/// whatever becomes of the others. When too many have failed the rest is not tried.
final class GraphCalls {
    private static final int GRAPHS_MAX = 75;
    private static final int NODES_MAX = 500;
    private static final int KINDS_MAX = 15;
    private static final int DEPTH_MAX = 15;
    private static final int FAILED_MAX = 14;

    private final Visit visit;

    GraphCalls(Visit visit) {
        this.visit = visit;
    }

    Reply answer() {
        JsonNode graphs = visit.exchange().json().path("graphs");
        checked(graphs);
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("graphs");
        int failed = 0;
        for (JsonNode graph : graphs) {
            JsonNode nodes = graph.path("compositeRequest");
            ObjectNode result = results.addObject();
            result.put("graphId", graph.path("graphId").asText());
            ObjectNode response = result.putObject("graphResponse");
            if (failed == FAILED_MAX) {
                ArrayNode halted = response.putArray("compositeResponse");
                nodes.forEach(node -> halted.add(Parts.halted(node.path("referenceId").asText())));
                result.put("isSuccessful", false);
            } else {
                Parts.Run run = new Parts(visit).run(nodes, true);
                response.set("compositeResponse", run.answers());
                result.put("isSuccessful", !run.failed());
                failed += run.failed() ? 1 : 0;
            }
        }
        return Reply.json(200, answer);
    }

    private static void checked(JsonNode graphs) {
        if (!graphs.isArray() || graphs.isEmpty()) {
            throw Json.malformed("The request needs an array called graphs");
        }
        atMost(GRAPHS_MAX, graphs.size(), "graphs");
        int nodes = 0;
        Set<String> names = new HashSet<>();
        Set<List<String>> kinds = new HashSet<>();
        for (JsonNode graph : graphs) {
            Parts.checked(graph.path("compositeRequest"), NODES_MAX);
            nodes += graph.path("compositeRequest").size();
            String name = graph.path("graphId").asText("");
            if (name.isEmpty() || !names.add(name)) {
                throw Json.malformed("Every graph needs a graphId of its own: " + name);
            }
            graph.path("compositeRequest").forEach(node -> kinds.add(kind(node)));
            atMost(DEPTH_MAX, References.depth(graph.path("compositeRequest")), "levels");
        }
        atMost(NODES_MAX, nodes, "nodes");
        atMost(KINDS_MAX, kinds.size(), "different nodes");
    }

    private static void atMost(int max, int count, String what) {
        if (count > max) {
            throw Parts.tooMany("no more than %d %s are allowed".formatted(max, what));
        }
    }

    /// Version, method and object; a node that works on anything but single rows is refused.
    private static List<String> kind(JsonNode node) {
        List<String> path = List.of(node.path("url").asText().split("[/?]", -1));
        if (path.size() < 6 || !path.get(4).equals("sobjects")) {
            throw Refusal.request(
                    400, "INVALID_INPUT", "no node of a graph: " + node.path("url").asText());
        }
        String object = path.get(5).toLowerCase(Locale.ROOT);
        return List.of(path.get(3), node.path("method").asText("GET"), object);
    }
}
