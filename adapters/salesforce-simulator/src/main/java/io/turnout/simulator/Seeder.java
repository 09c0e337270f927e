package io.turnout.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.simulator.auth.User;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.rest.DraftReader;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.store.Change;
import io.turnout.simulator.store.Database;
import io.turnout.simulator.store.Draft;
import io.turnout.simulator.store.Outcome;
import io.turnout.simulator.store.Transaction;
import io.turnout.simulator.store.Writer;
import io.turnout.simulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fills an org with its first rows, through the same door as every other row.
final class Seeder {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Org org;
    private final Database database;
    private final DraftReader drafts;

    Seeder(Org org) {
        this.org = org;
        this.database = org.database();
        this.drafts = new DraftReader(database.schema());
    }

    void seed(List<SeedRow> rows) {
        List<Change> changes = new ArrayList<>();
        for (SeedRow row : rows) {
            if (row.org().equals(org.name().id())) {
                ObjectType type = database.schema().type(row.object());
                JsonNode fields = Json.MAPPER.valueToTree(row.fields());
                if (!known(type, fields)) {
                    Draft draft = drafts.read(type, fields);
                    id(fields).ifPresent(draft::chooseId);
                    changes.add(new Change.Insert(type, draft));
                }
            }
            if (changes.size() == ROWS_AT_ONCE) {
                write(changes);
                changes.clear();
            }
        }
        write(changes);
    }

    private static Optional<String> id(JsonNode fields) {
        return fields.has("Id")
                ? Optional.of(
                        RecordId.parse(fields.path("Id").asText())
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "no record id: " + fields.path("Id"))))
                : Optional.empty();
    }

    private boolean known(ObjectType type, JsonNode fields) {
        boolean byId = id(fields).flatMap(id -> database.find(type, id)).isPresent();
        Optional<Field> key = type.field("External_Id__c");
        String value = fields.path("External_Id__c").asText("");
        boolean byKey =
                key.isPresent()
                        && !value.isEmpty()
                        && !database.find(type, new Change.Key(key.get(), value)).isEmpty();
        return byId || byKey;
    }

    private void write(List<Change> changes) {
        try (Transaction transaction = database.begin(new Writer(0, true, true))) {
            for (Outcome outcome : transaction.apply(changes, false)) {
                if (outcome instanceof Outcome.Failed(var _, var refusal)) {
                    throw new IllegalArgumentException(
                            "a seed row is refused: " + refusal.code() + " " + refusal.message());
                }
            }
            transaction.commit();
        }
    }

    /// The org's own row and its users, which clients may read and nobody may write.
    void people(List<User> users) {
        List<Change> changes = new ArrayList<>();
        Draft self = new Draft();
        self.chooseId(org.name().id());
        set(self, "Organization", "Name", org.name().label());
        set(self, "Organization", "OrganizationType", "Developer Edition");
        set(self, "Organization", "TimeZoneSidKey", "America/Los_Angeles");
        add(changes, "Organization", self, org.name().id());
        for (User user : users) {
            Draft person = new Draft();
            person.chooseId(user.id());
            set(person, "User", "Username", user.username());
            set(person, "User", "Name", user.username());
            set(person, "User", "IsActive", true);
            add(changes, "User", person, user.id());
        }
        write(changes);
    }

    private void set(Draft draft, String object, String field, Object value) {
        ObjectType type = database.schema().type(object);
        draft.set(type.field(field).orElseThrow(), value);
    }

    private void add(List<Change> changes, String object, Draft draft, String id) {
        ObjectType type = database.schema().type(object);
        if (database.find(type, id).isEmpty()) {
            changes.add(new Change.Insert(type, draft));
        }
    }
}
