package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Trait;
import io.turnout.simulator.store.Change;
import io.turnout.simulator.store.Outcome;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// `/composite/sobjects`: up to 200 rows for the price of one call. A well-formed request is
/// answered 200 with one result for each row, in the order of asking, whatever became of them.
final class CollectionCalls {
    private static final int ROWS_MAX = 200;
    private static final int CHUNKS_MAX = 10;

    private final Visit visit;
    private final DraftReader drafts;

    CollectionCalls(Visit visit) {
        this.visit = visit;
        this.drafts = new DraftReader(visit.org().database().schema());
    }

    /// `path` is what follows `/composite/sobjects`.
    Reply answer(List<String> path) {
        return switch (visit.method() + " " + path.size()) {
            case "POST 0" -> write(this::insert);
            case "PATCH 0" -> write(this::update);
            case "DELETE 0" -> delete();
            case "PATCH 2" -> upsert(visit.type(path.get(0)), path.get(1));
            case "POST 1", "GET 1" -> new RetrieveCall(visit, visit.type(path.getFirst())).answer();
            default -> throw RestApi.notAllowed(visit);
        };
    }

    private Reply write(Function<JsonNode, Change> reading) {
        JsonNode body = visit.exchange().json();
        return done(changes(records(body), reading), allOrNone(body), false);
    }

    private Change insert(JsonNode record) {
        ObjectType type = typeOf(record);
        return new Change.Insert(type, drafts.read(type, record));
    }

    private Change update(JsonNode record) {
        ObjectType type = typeOf(record);
        return new Change.Update(type, idOf(type, record), drafts.read(type, record));
    }

    private Reply upsert(ObjectType type, String keyName) {
        JsonNode body = visit.exchange().json();
        List<JsonNode> records = records(body);
        if (keyName.equalsIgnoreCase("Id")) {
            return done(changes(records, record -> byId(type, record)), allOrNone(body), true);
        }
        Field key = key(type, keyName);
        return done(changes(records, record -> byKey(type, key, record)), allOrNone(body), true);
    }

    static Field key(ObjectType type, String name) {
        return type.shown(name)
                .filter(field -> field.is(Trait.EXTERNAL_ID))
                .orElseThrow(
                        () ->
                                Refusal.request(
                                        400,
                                        "INVALID_FIELD",
                                        ("Field name provided, %s does not match an External ID,"
                                                        + " Salesforce Id, or indexed field for %s")
                                                .formatted(name, type.name())));
    }

    private Change byId(ObjectType type, JsonNode record) {
        sameType(type, record);
        return record.hasNonNull("Id") || record.hasNonNull("id")
                ? new Change.Update(type, idOf(type, record), drafts.read(type, record))
                : new Change.Insert(type, drafts.read(type, record));
    }

    private Change byKey(ObjectType type, Field key, JsonNode record) {
        sameType(type, record);
        if (record.hasNonNull("Id") || record.hasNonNull("id")) {
            throw Refusal.row(
                    "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
        }
        var draft = drafts.read(type, record);
        Object value = draft.values().remove(key);
        if (value == null) {
            throw Refusal.row("MISSING_ARGUMENT", key.name() + " not specified", key.name());
        }
        return new Change.Upsert(type, new Change.Key(key, value.toString()), draft, false);
    }

    private void sameType(ObjectType type, JsonNode record) {
        String named = record.path("attributes").path("type").asText(type.name());
        if (!named.equalsIgnoreCase(type.name())) {
            throw Refusal.request(
                    400,
                    "INVALID_TYPE",
                    "sObject type '%s' does not match the type in the URI, '%s'"
                            .formatted(named, type.name()));
        }
        writable(type);
    }

    private ObjectType typeOf(JsonNode record) {
        String name = record.path("attributes").path("type").asText("");
        ObjectType type =
                visit.org()
                        .database()
                        .schema()
                        .find(name)
                        .orElseThrow(
                                () ->
                                        Refusal.request(
                                                400,
                                                "INVALID_TYPE",
                                                "sObject type '%s' is not supported."
                                                        .formatted(name)));
        writable(type);
        return type;
    }

    static void writable(ObjectType type) {
        if (!type.isWritable()) {
            throw Refusal.row(
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "insufficient access rights on object: " + type.name());
        }
    }

    private static String idOf(ObjectType type, JsonNode record) {
        String text = record.path("id").asText(record.path("Id").asText(""));
        if (text.isEmpty()) {
            throw Refusal.row("MISSING_ARGUMENT", "Id not specified in an update call");
        }
        return RecordId.parse(text)
                .filter(type::owns)
                .orElseThrow(
                        () ->
                                Refusal.row(
                                        "MALFORMED_ID",
                                        type.label() + " ID: id value of incorrect type: " + text,
                                        "Id"));
    }

    private static boolean allOrNone(JsonNode body) {
        return body.path("allOrNone").asBoolean(false);
    }

    private static List<JsonNode> records(JsonNode body) {
        JsonNode records = body.path("records");
        if (!records.isArray()) {
            throw Json.malformed("The request needs an array called records");
        }
        if (records.size() > ROWS_MAX) {
            throw tooMany();
        }
        List<JsonNode> list = new ArrayList<>();
        records.forEach(list::add);
        chunks(list);
        return list;
    }

    static Refusal tooMany() {
        return Refusal.request(
                400,
                "EXCEEDED_ID_LIMIT",
                "record limit reached. cannot submit more than 200 records into this call");
    }

    private static void chunks(List<JsonNode> records) {
        int chunks = 0;
        String last = "";
        for (JsonNode record : records) {
            String type = record.path("attributes").path("type").asText("");
            chunks += type.equalsIgnoreCase(last) && chunks > 0 ? 0 : 1;
            last = type;
        }
        if (chunks > CHUNKS_MAX) {
            throw Refusal.request(
                    400,
                    "LIMIT_EXCEEDED",
                    "Cannot have more than 10 chunks in a single operation. Please rearrange the"
                            + " data to reduce chunking.");
        }
    }

    private static List<Change> changes(
            List<JsonNode> records, Function<JsonNode, Change> reading) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode record : records) {
            try {
                changes.add(reading.apply(record));
            } catch (Refusal refusal) {
                if (refusal.whole()) {
                    throw refusal;
                }
                changes.add(new Change.Unreadable(refusal));
            }
        }
        return changes;
    }

    private Reply done(List<Change> changes, boolean allOrNone, boolean upsert) {
        List<Outcome> outcomes = visit.write(transaction -> transaction.apply(changes, allOrNone));
        visit.call().countWritten(outcomes);
        return RowResults.of(outcomes, upsert);
    }

    private Reply delete() {
        List<String> ids = RetrieveCall.listed(visit, "ids");
        if (ids.size() > ROWS_MAX) {
            throw tooMany();
        }
        List<Change> changes = ids.stream().map(this::deletion).toList();
        boolean allOrNone =
                visit.exchange().parameter("allOrNone").map(Boolean::parseBoolean).orElse(false);
        List<Outcome> outcomes = visit.write(transaction -> transaction.apply(changes, allOrNone));
        visit.call().countDeleted(outcomes);
        return RowResults.of(outcomes, false);
    }

    private Change deletion(String text) {
        return RecordId.parse(text)
                .flatMap(
                        id ->
                                visit.org()
                                        .database()
                                        .schema()
                                        .ownerOf(id)
                                        .filter(ObjectType::isWritable)
                                        .<Change>map(type -> new Change.Delete(type, id)))
                .orElseGet(
                        () ->
                                new Change.Unreadable(
                                        Refusal.row("MALFORMED_ID", "malformed id " + text)));
    }
}
