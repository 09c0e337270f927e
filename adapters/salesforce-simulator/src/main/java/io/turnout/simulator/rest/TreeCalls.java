package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Schema;
import io.turnout.simulator.store.Change;
import io.turnout.simulator.store.Outcome;
import io.turnout.simulator.store.Transaction;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/composite/tree/X`: rows with their children, all of them new, all of them or none.
final class TreeCalls {
    private static final int ROWS_MAX = 200;
    private static final int DEPTH_MAX = 5;

    private final Visit visit;
    private final ObjectType root;
    private final DraftReader drafts;
    private final Map<String, String> made = new HashMap<>();
    private final ArrayNode results = Json.array();
    private final List<Outcome> outcomes = new ArrayList<>();
    private boolean failed;
    private int rows;

    /// A row of one level, and where it hangs.
    private record Leaf(
            ObjectType type, ObjectNode record, @Nullable Field way, @Nullable String parent) {
        String reference() {
            return record.path("attributes").path("referenceId").asText("");
        }
    }

    TreeCalls(Visit visit, ObjectType root) {
        this.visit = visit;
        this.root = root;
        this.drafts = new DraftReader(visit.org().database().schema());
    }

    Reply create() {
        JsonNode records = visit.exchange().json().path("records");
        if (!records.isArray() || records.isEmpty()) {
            throw Json.malformed("The request needs an array called records");
        }
        List<Leaf> level = new ArrayList<>();
        records.forEach(record -> level.add(leaf(root, record, null, null)));
        try (Transaction transaction = visit.begin()) {
            grow(transaction, level);
            if (!failed) {
                transaction.commit();
            }
        }
        visit.call().countWritten(outcomes);
        if (failed) {
            visit.call().rollBack();
        }
        ObjectNode answer = Json.object().put("hasErrors", failed);
        answer.set("results", results);
        return Reply.json(failed ? 400 : 201, answer);
    }

    private Leaf leaf(
            ObjectType type, JsonNode record, @Nullable Field way, @Nullable String parent) {
        rows++;
        if (rows > ROWS_MAX) {
            throw Refusal.request(
                    400, "INVALID_INPUT", "no more than 200 records are allowed in a tree");
        }
        if (!(record instanceof ObjectNode node)) {
            throw Json.malformed("a record must be an object");
        }
        CollectionCalls.writable(type);
        return new Leaf(type, node.deepCopy(), way, parent);
    }

    private void grow(Transaction transaction, List<Leaf> roots) {
        List<Leaf> level = roots;
        for (int depth = 0; !level.isEmpty() && !failed; depth++) {
            if (depth == DEPTH_MAX) {
                throw Refusal.request(400, "INVALID_INPUT", "no more than 5 levels are allowed");
            }
            List<Leaf> below = new ArrayList<>();
            level.forEach(leaf -> below.addAll(children(leaf)));
            insert(transaction, level);
            level = below;
        }
    }

    private void insert(Transaction transaction, List<Leaf> level) {
        List<Change> changes = new ArrayList<>();
        for (Leaf leaf : level) {
            String parent = leaf.parent();
            Field way = leaf.way();
            if (parent != null && way != null) {
                leaf.record().put(way.name(), made.get(parent));
            }
            changes.add(change(leaf));
        }
        List<Outcome> done = transaction.apply(changes, false);
        outcomes.addAll(done);
        ArrayNode good = Json.array();
        ArrayNode bad = Json.array();
        for (int i = 0; i < done.size(); i++) {
            String reference = level.get(i).reference();
            switch (done.get(i)) {
                case Outcome.Done(String id, var _) -> {
                    made.put(reference, id);
                    good.addObject().put("referenceId", reference).put("id", id);
                }
                case Outcome.Failed(var _, Refusal refusal) ->
                        bad.addObject()
                                .put("referenceId", reference)
                                .set("errors", Json.array().add(Errors.row(refusal)));
                case Outcome.Ambiguous _ -> throw new IllegalStateException("an insert is one row");
            }
        }
        if (!bad.isEmpty()) {
            failed = true;
            results.removeAll();
        }
        results.addAll(failed ? bad : good);
    }

    private Change change(Leaf leaf) {
        try {
            return new Change.Insert(leaf.type(), drafts.read(leaf.type(), leaf.record()));
        } catch (Refusal refusal) {
            return new Change.Unreadable(refusal);
        }
    }

    /// Takes the children out of the record, so that what is left are its own fields.
    private List<Leaf> children(Leaf leaf) {
        List<Leaf> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        leaf.record().fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode records = leaf.record().path(name).path("records");
            Optional<Schema.Children> below =
                    records.isArray()
                            ? visit.org().database().schema().children(leaf.type(), name)
                            : Optional.empty();
            if (below.isPresent()) {
                ObjectType type = below.get().type();
                Field way = below.get().way();
                records.forEach(r -> found.add(leaf(type, r, way, leaf.reference())));
                leaf.record().remove(name);
            }
        }
        return found;
    }
}
