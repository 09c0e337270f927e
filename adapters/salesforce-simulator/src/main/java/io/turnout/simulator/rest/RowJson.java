package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.FieldType;
import io.turnout.simulator.schema.Moments;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.wire.Json;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// A row as the API shows it.
public final class RowJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String root;
    private final String user;

    /// `user` stands for whoever made or changed the row; that is not kept.
    public RowJson(String root, String user) {
        this.root = root;
        this.user = user;
    }

    public ObjectNode of(ObjectType type, Row row, Collection<Field> fields) {
        ObjectNode node = bare(type, row);
        fields.forEach(field -> node.set(field.name(), value(row, field)));
        return node;
    }

    /// Only what every row carries: its type and where to find it.
    public ObjectNode bare(ObjectType type, Row row) {
        ObjectNode attributes = Json.object();
        attributes.put("type", type.name());
        attributes.put("url", url(type, row.id()));
        ObjectNode node = Json.object();
        node.set("attributes", attributes);
        return node;
    }

    public String url(ObjectType type, String id) {
        return root + "/sobjects/" + type.name() + "/" + id;
    }

    public JsonNode value(Row row, Field field) {
        boolean person =
                field.name().equals("CreatedById") || field.name().equals("LastModifiedById");
        return node(field, person && field.index() == Field.SYSTEM ? user : row.value(field));
    }

    static JsonNode node(Field field, @Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Boolean truth -> NODES.booleanNode(truth);
            case Long moment -> NODES.textNode(Moments.format(moment));
            case Double number ->
                    field.type() == FieldType.INT
                            ? NODES.numberNode(number.intValue())
                            : NODES.numberNode(number);
            default -> NODES.textNode(value.toString());
        };
    }
}
