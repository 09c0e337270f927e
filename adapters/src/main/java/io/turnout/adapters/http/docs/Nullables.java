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
            Map.of(
                    "LicensesView", List.of("next"),
                    "LicenseRow", List.of("confirmedAt", "ageSeconds"),
                    "LicenseSourceRow", List.of("lastSuccess", "lastFailure", "failure"),
                    "CatalogView", List.of("poll"),
                    "PollView", List.of("lastSuccess", "lastNudge", "lastFailure", "failure"),
                    "PulledEvent", List.of("version", "lastPulledAt", "failure", "trouble"),
                    "EventView", List.of("capacity"),
                    "ItemView", List.of("capacity"),
                    "SessionView", List.of("capacity"),
                    "Lane", List.of("oldest", "heldBack"));

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
