package io.turnout.adapters.http.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fields of answers that are null when there is nothing to say. The reader cannot see it: the
/// annotation that says so is there for the compiler only.
final class Nullables {
    private static final Map<String, List<String>> FIELDS =
            Map.ofEntries(
                    Map.entry("EventView", List.of("capacity")),
                    Map.entry("ItemView", List.of("capacity")),
                    Map.entry("SessionView", List.of("capacity")),
                    Map.entry("Lane", List.of("oldest", "heldBack")),
                    Map.entry("OrgsView", List.of("next")),
                    Map.entry("ConnectedOrg", List.of("changedAt", "checkedAt")),
                    Map.entry("ConnectionView", List.of("changedAt", "locked", "access", "schema")),
                    Map.entry("Access", List.of("keyFingerprint")),
                    Map.entry("SchemaView", List.of("unanswered")),
                    Map.entry("FindingView", List.of("field")),
                    Map.entry("CheckView", List.of("advice")));

    private Nullables() {}

    static void mark(Components components) {
        FIELDS.forEach(
                (schema, fields) ->
                        fields.forEach(field -> mark(components.getSchemas().get(schema), field)));
    }

    private static void mark(@Nullable Schema<?> schema, String field) {
        if (schema == null) {
            throw new IllegalStateException("no answer has the field " + field);
        }
        Schema<?> nothing = new Schema<>();
        nothing.setTypes(Set.of("null"));
        Schema<?> either = new Schema<>();
        either.addAnyOfItem(schema.getProperties().get(field));
        either.addAnyOfItem(nothing);
        schema.addProperty(field, either);
    }
}
