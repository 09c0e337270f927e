package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The answers of earlier parts, which later parts quote: `@{event.id}`, `@{found.records[0].Id}`.
final class References {
    private static final Pattern QUOTE = Pattern.compile("@\\{([A-Za-z0-9_]+)([^}]*)}");

    private final Map<String, JsonNode> answers = new HashMap<>();

    /// How many nodes the longest chain of quotations has.
    static int depth(JsonNode parts) {
        Map<String, Integer> depths = new HashMap<>();
        for (JsonNode part : parts) {
            int deepest = 0;
            Matcher matcher = QUOTE.matcher(part.toString());
            while (matcher.find()) {
                deepest = Math.max(deepest, depths.getOrDefault(matcher.group(1), 0));
            }
            depths.put(part.path("referenceId").asText(), deepest + 1);
        }
        return depths.values().stream().max(Integer::compare).orElse(0);
    }

    void put(String reference, JsonNode answer) {
        answers.put(reference, answer);
    }

    String fill(String text) {
        Matcher matcher = QUOTE.matcher(text);
        return matcher.replaceAll(quote -> Matcher.quoteReplacement(value(matcher)));
    }

    private String value(Matcher quote) {
        String reference = quote.group(1);
        String pointer = quote.group(2).replace('.', '/').replaceAll("\\[(\\d+)]", "/$1");
        JsonNode answer = answers.getOrDefault(reference, Json.object());
        JsonNode value = answer.at(pointer.startsWith("/") ? pointer : "/" + pointer);
        if (!value.isValueNode() || value.isNull()) {
            throw Refusal.request(
                    400,
                    "PROCESSING_HALTED",
                    "Invalid reference specified. No value for %s found in %s"
                            .formatted(reference + quote.group(2), reference));
        }
        return value.asText();
    }

    JsonNode fill(JsonNode node) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(fill(text.asText()));
            case ObjectNode object -> {
                ObjectNode filled = Json.object();
                object.properties().forEach(e -> filled.set(e.getKey(), fill(e.getValue())));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = Json.array();
                array.forEach(element -> filled.add(fill(element)));
                yield filled;
            }
            default -> node;
        };
    }
}
