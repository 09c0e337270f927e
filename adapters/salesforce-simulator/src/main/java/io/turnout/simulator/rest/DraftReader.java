package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.Moments;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Schema;
import io.turnout.simulator.schema.Trait;
import io.turnout.simulator.store.Draft;
import io.turnout.simulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what a caller wrote into a draft. A column that does not exist or a value of the wrong
/// kind refuses the whole request; a field nobody may write refuses its row alone.
public final class DraftReader {
    private final Schema schema;

    public DraftReader(Schema schema) {
        this.schema = schema;
    }

    public Draft read(ObjectType type, JsonNode record) {
        if (!record.isObject()) {
            throw Json.malformed("The HTTP entity body must hold an object for each row");
        }
        Draft draft = new Draft();
        List<String> unwritable = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : record.properties()) {
            String name = entry.getKey();
            if (!name.equals("attributes") && !name.equalsIgnoreCase("Id")) {
                Field field = put(draft, type, name, entry.getValue());
                if (field.is(Trait.READ_ONLY) || field.is(Trait.HIDDEN)) {
                    unwritable.add(field.name());
                }
            }
        }
        if (!unwritable.isEmpty()) {
            throw Refusal.unwritable(unwritable.toArray(String[]::new));
        }
        return draft;
    }

    private Field put(Draft draft, ObjectType type, String name, JsonNode value) {
        Optional<Field> field = type.field(name);
        Optional<Field> relationship = type.relationship(name);
        if (field.isPresent()) {
            draft.set(field.get(), value(field.get(), value));
            return field.get();
        }
        if (relationship.isPresent() && value.isObject()) {
            draft.setParent(relationship.get(), parent(relationship.get(), value));
            return relationship.get();
        }
        throw noColumn(type, name);
    }

    static Refusal noColumn(ObjectType type, String name) {
        return Refusal.request(
                400,
                "INVALID_FIELD",
                "No such column '%s' on sobject of type %s".formatted(name, type.name()));
    }

    private Draft.ParentKey parent(Field field, JsonNode value) {
        ObjectType target = schema.type(Objects.requireNonNull(field.reference()).target());
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (!entry.getKey().equals("attributes")) {
                Field key =
                        target.field(entry.getKey())
                                .filter(found -> found.is(Trait.EXTERNAL_ID))
                                .orElseThrow(() -> noColumn(target, entry.getKey()));
                return new Draft.ParentKey(key, entry.getValue().asText());
            }
        }
        throw Json.malformed("A relationship needs an external id: " + field.name());
    }

    /// The value as it is stored; null for nothing, which an empty text is too.
    public static @Nullable Object value(Field field, JsonNode node) {
        boolean nothing = node.isNull() || (node.isTextual() && node.asText().isEmpty());
        if (nothing) {
            return field.type().nothing();
        }
        if (!node.isValueNode()) {
            throw wrong(field, node);
        }
        return switch (field.type()) {
            case BOOLEAN -> truth(field, node);
            case DOUBLE, CURRENCY, INT -> number(field, node);
            case DATE -> Moments.parseDay(node.asText()).orElseThrow(() -> wrong(field, node));
            case DATETIME -> Moments.parse(node.asText()).orElseThrow(() -> wrong(field, node));
            default -> node.asText();
        };
    }

    private static Boolean truth(Field field, JsonNode node) {
        return switch (node.asText().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(field, node);
        };
    }

    private static Double number(Field field, JsonNode node) {
        try {
            double number = Double.parseDouble(node.asText().trim());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(field, node);
        }
        throw wrong(field, node);
    }

    private static Refusal wrong(Field field, JsonNode node) {
        return Json.malformed(
                ("Cannot deserialize instance of %s from VALUE_STRING value %s or request may"
                                + " be missing a required field at [line:1, column:1]")
                        .formatted(field.type().text(), node.asText()));
    }
}
