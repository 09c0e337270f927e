package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One object of a mapping while it is read: says where something is wrong, and which keys nobody
/// asked for.
final class MappingPart {
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new TreeSet<>();

    MappingPart(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw new IllegalArgumentException(
                    path + (node.isMissingNode() ? " is missing" : " is not an object"));
        }
    }

    String text(String key) {
        return maybe(key).orElseThrow(() -> new IllegalArgumentException(at(key) + " is missing"));
    }

    Optional<String> maybe(String key) {
        JsonNode value = value(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(at(key) + " is not a text");
        }
        return Optional.of(value.asText());
    }

    Set<String> texts(String key) {
        JsonNode values = value(key);
        if (values.isMissingNode() || values.isNull()) {
            return Set.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        values.forEach(value -> texts.add(value.asText()));
        if (!values.isArray() || texts.size() < values.size() || texts.contains("")) {
            throw new IllegalArgumentException(at(key) + " is not a list of different texts");
        }
        return texts;
    }

    MappingPart part(String key) {
        return new MappingPart(at(key), value(key));
    }

    /// To be called when everything was asked for that there may be.
    void end() {
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                throw new IllegalArgumentException(
                                        at(name) + " is unknown; known are " + known);
                            }
                        });
    }

    private JsonNode value(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        return value == null ? MissingNode.getInstance() : value;
    }

    private String at(String key) {
        return path + "." + key;
    }
}
