package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Trait;
import io.turnout.simulator.store.Change;
import io.turnout.simulator.store.Draft;
import io.turnout.simulator.store.Outcome;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Single rows: `/sobjects/X`, `/sobjects/X/{id}` and `/sobjects/X/{field}/{value}`.
final class RowCalls {
    private final Visit visit;
    private final ObjectType type;
    private final DraftReader drafts;

    RowCalls(Visit visit, ObjectType type) {
        this.visit = visit;
        this.type = type;
        this.drafts = new DraftReader(visit.org().database().schema());
    }

    Reply create() {
        CollectionCalls.writable(type);
        JsonNode body = visit.exchange().json();
        if (body.hasNonNull("Id") || body.hasNonNull("id")) {
            throw idInBody();
        }
        Draft draft = drafts.read(type, body);
        return switch (write(new Change.Insert(type, draft))) {
            case Outcome.Done(String id, var _) -> created(id);
            case Outcome.Failed(var _, Refusal refusal) -> Errors.reply(refusal);
            case Outcome.Ambiguous(List<String> ids) -> choices(ids);
        };
    }

    private static Refusal idInBody() {
        return Refusal.request(
                400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
    }

    /// One row under its id.
    Reply byId(String text) {
        String id =
                RecordId.parse(text)
                        .orElseThrow(
                                () ->
                                        Refusal.request(
                                                404,
                                                "NOT_FOUND",
                                                "Provided external ID field does not exist or is"
                                                        + " not accessible: "
                                                        + text));
        return switch (visit.method()) {
            case "GET" -> show(living(id));
            case "PATCH" -> change(id);
            case "DELETE" -> delete(id);
            default -> throw RestApi.notAllowed(visit);
        };
    }

    private Row living(String id) {
        Row row = visit.see(type, id).orElseThrow(Refusal::unknown);
        if (row.deleted()) {
            throw Refusal.request(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        return row;
    }

    private Reply show(Row row) {
        Collection<Field> fields = new ArrayList<>();
        for (String name : visit.exchange().parameter("fields").orElse("").split(",", -1)) {
            if (!name.isBlank()) {
                fields.add(
                        type.shown(name.trim())
                                .orElseThrow(() -> DraftReader.noColumn(type, name.trim())));
            }
        }
        RowJson json = new RowJson(visit.root(), visit.session().user().id());
        visit.call().countRead(1);
        visit.org().pace().spend(1);
        return Reply.json(200, json.of(type, row, fields.isEmpty() ? type.shown() : fields));
    }

    private Reply change(String id) {
        CollectionCalls.writable(type);
        var _ = living(id);
        JsonNode body = visit.exchange().json();
        if (body.hasNonNull("Id") || body.hasNonNull("id")) {
            throw idInBody();
        }
        return emptied(write(new Change.Update(type, id, drafts.read(type, body))));
    }

    private Reply delete(String id) {
        CollectionCalls.writable(type);
        var _ = living(id);
        return emptied(write(new Change.Delete(type, id)));
    }

    private Reply emptied(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Reply.empty(204);
            case Outcome.Failed(var _, Refusal refusal) -> Errors.reply(refusal);
            case Outcome.Ambiguous(List<String> ids) -> choices(ids);
        };
    }

    /// One row under the value of an external id.
    Reply byKey(String name, String value) {
        if (name.equalsIgnoreCase("Id")) {
            return byId(value);
        }
        Field field =
                type.shown(name)
                        .filter(found -> found.is(Trait.EXTERNAL_ID))
                        .orElseThrow(
                                () ->
                                        Refusal.request(
                                                404,
                                                "NOT_FOUND",
                                                "Provided external ID field does not exist or is"
                                                        + " not accessible: "
                                                        + name));
        if (field.typed(value).isEmpty()) {
            throw Refusal.unknown();
        }
        Change.Key key = new Change.Key(field, value);
        return switch (visit.method()) {
            case "PATCH" -> upsert(key);
            case "GET" -> found(key).deleteOrShow(false);
            case "DELETE" -> found(key).deleteOrShow(true);
            default -> throw RestApi.notAllowed(visit);
        };
    }

    private final class Found {
        private final List<String> ids;

        Found(List<String> ids) {
            this.ids = ids;
        }

        Reply deleteOrShow(boolean delete) {
            if (ids.isEmpty()) {
                throw Refusal.unknown();
            }
            if (ids.size() > 1) {
                return choices(ids);
            }
            String id = ids.getFirst();
            return delete ? RowCalls.this.delete(id) : show(living(id));
        }
    }

    private Found found(Change.Key key) {
        return new Found(visit.view().find(type, key));
    }

    private Reply upsert(Change.Key key) {
        CollectionCalls.writable(type);
        JsonNode body = visit.exchange().json();
        if (body.hasNonNull("Id") || body.hasNonNull("id")) {
            throw idInBody();
        }
        Draft draft = drafts.read(type, body);
        if (draft.values().containsKey(key.field())) {
            throw Refusal.request(
                    400,
                    "INVALID_FIELD",
                    "The %s field should not be specified in the sobject data."
                            .formatted(key.field().name()));
        }
        boolean updateOnly =
                visit.exchange().parameter("updateOnly").map(Boolean::parseBoolean).orElse(false);
        return switch (write(new Change.Upsert(type, key, draft, updateOnly))) {
            case Outcome.Done(String id, boolean created) ->
                    Reply.json(created ? 201 : 200, saved(id).put("created", created));
            case Outcome.Failed(var _, Refusal refusal) -> Errors.reply(refusal);
            case Outcome.Ambiguous(List<String> ids) -> choices(ids);
        };
    }

    private Outcome write(Change change) {
        List<Outcome> outcomes =
                visit.write(transaction -> transaction.apply(List.of(change), false));
        if (change instanceof Change.Delete) {
            visit.call().countDeleted(outcomes);
        } else {
            visit.call().countWritten(outcomes);
        }
        return outcomes.getFirst();
    }

    private Reply created(String id) {
        String url = new RowJson(visit.root(), "").url(type, id);
        return Reply.json(201, saved(id)).with("Location", url);
    }

    private static ObjectNode saved(@Nullable String id) {
        ObjectNode saved = Json.object();
        saved.put("id", id).put("success", true).set("errors", Json.array());
        return saved;
    }

    private Reply choices(List<String> ids) {
        RowJson json = new RowJson(visit.root(), "");
        ArrayNode urls = Json.array();
        ids.forEach(id -> urls.add(json.url(type, id)));
        return Reply.json(300, urls);
    }
}
