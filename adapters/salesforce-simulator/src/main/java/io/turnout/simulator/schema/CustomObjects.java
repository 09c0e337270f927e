package io.turnout.simulator.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Objects somebody describes in JSON, so that other data than ours can be kept here:
/// `{"name": "Badge__c", "keyPrefix": "a20", "fields": [{"name": "Color__c", "type":
// "picklist"}]}`.
public final class CustomObjects {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What may be said of a field, and what it means.
    private static final Map<String, Set<Trait>> TRAITS =
            Map.of(
                    "required", EnumSet.of(Trait.REQUIRED),
                    "unique", EnumSet.of(Trait.UNIQUE),
                    "externalId", EnumSet.of(Trait.EXTERNAL_ID),
                    "caseSensitive", EnumSet.of(Trait.CASE_SENSITIVE),
                    "readOnly", EnumSet.of(Trait.READ_ONLY),
                    "autoNumber", EnumSet.of(Trait.AUTO_NUMBER, Trait.READ_ONLY),
                    "locksParent", EnumSet.of(Trait.LOCKS_PARENT),
                    "masterDetail",
                            EnumSet.of(
                                    Trait.MASTER_DETAIL,
                                    Trait.REQUIRED,
                                    Trait.LOCKS_PARENT,
                                    Trait.FIXED));

    private CustomObjects() {}

    /// One object or an array of them; what is wrong with it is named in the exception.
    public static List<ObjectType> read(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
        List<ObjectType> types = new ArrayList<>();
        for (JsonNode one : node.isArray() ? node : JSON.createArrayNode().add(node)) {
            types.add(object(one));
        }
        return types;
    }

    private static ObjectType object(JsonNode node) {
        String name = name(node);
        String prefix = node.path("keyPrefix").asText("");
        if (!prefix.matches("[A-Za-z0-9]{3}")) {
            throw new IllegalArgumentException(name + " needs a keyPrefix of three characters");
        }
        ObjectBuilder builder = new ObjectBuilder(name, prefix);
        if (node.has("label")) {
            var _ = builder.label(node.path("label").asText());
        }
        for (JsonNode field : node.path("fields")) {
            if (builder.has(name(field))) {
                throw new IllegalArgumentException(name + " has that already: " + name(field));
            }
            add(builder, field);
        }
        return builder.has("Name") ? builder.build() : builder.text("Name", 80).build();
    }

    private static String name(JsonNode node) {
        String name = node.path("name").asText("");
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,79}")) {
            throw new IllegalArgumentException("no name for an object or a field: '" + name + "'");
        }
        return name;
    }

    private static void add(ObjectBuilder builder, JsonNode node) {
        String name = name(node);
        FieldType type = type(node.path("type").asText("string"));
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        TRAITS.forEach(
                (word, more) -> traits.addAll(node.path(word).asBoolean() ? more : Set.of()));
        if (traits.contains(Trait.EXTERNAL_ID) && !type.isKey()) {
            throw new IllegalArgumentException(name + " is of no type an external id may have");
        }
        if (node.path("reparentable").asBoolean()) {
            traits.remove(Trait.FIXED);
        }
        var _ =
                switch (type) {
                    case REFERENCE -> builder.reference(name, reference(name, node), traits);
                    case PICKLIST -> builder.picklist(name, picklist(node), traits);
                    default -> {
                        int length = node.path("length").asInt(ObjectBuilder.length(type));
                        yield builder.add(name, type, length, traits.toArray(Trait[]::new));
                    }
                };
    }

    private static FieldType type(String text) {
        return Arrays.stream(FieldType.values())
                .filter(type -> type.text().equals(text.toLowerCase(Locale.ROOT)))
                .filter(type -> type != FieldType.ID)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such field type: " + text));
    }

    private static Field.Reference reference(String name, JsonNode node) {
        JsonNode to = node.path("referenceTo");
        String target = to.isArray() ? to.path(0).asText("") : to.asText("");
        String way = node.path("relationshipName").asText(ObjectBuilder.way(name));
        return new Field.Reference(target, way, node.path("childRelationshipName").asText(""));
    }

    private static Picklist picklist(JsonNode node) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : node.path("values")) {
            values.add(value.asText());
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a picklist needs values: " + node);
        }
        return new Picklist(values, node.path("restricted").asBoolean());
    }
}
