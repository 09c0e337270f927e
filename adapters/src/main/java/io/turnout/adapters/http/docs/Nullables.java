package io.turnout.adapters.http.docs;

import static java.util.Map.entry;

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
                    entry("LicensesView", List.of("next")),
                    entry("LicenseRow", List.of("confirmedAt", "ageSeconds")),
                    entry("LicenseSourceRow", List.of("lastSuccess", "lastFailure", "failure")),
                    entry("CatalogView", List.of("poll")),
                    entry(
                            "PollView",
                            List.of("lastSuccess", "lastNudge", "lastFailure", "failure")),
                    entry("PulledEvent", List.of("version", "lastPulledAt", "failure", "trouble")),
                    entry("EventView", List.of("capacity")),
                    entry("ItemView", List.of("capacity")),
                    entry("SessionView", List.of("capacity")),
                    entry("RegistrationView", List.of("position", "offerExpiresAt")),
                    entry("Lane", List.of("oldest", "heldBack")),
                    entry("Job", List.of("recordId", "endedAt", "note")),
                    entry("Reconciliation", List.of("startedAt", "endedAt", "note")),
                    entry("TrailView", List.of("call", "arrival", "refusal")),
                    entry("Call", List.of("endedAt", "outcome", "callsUsed", "callsOf")),
                    entry("BudgetView", List.of("everybody", "max", "heardAt", "drainsInSeconds")),
                    entry("LinksView", List.of("poll")),
                    entry("LinkPollView", List.of("lastSuccess", "lastNudge", "trouble")),
                    entry("OrgsView", List.of("next")),
                    entry("ConnectedOrg", List.of("changedAt", "checkedAt")),
                    entry("ConnectionView", List.of("changedAt", "locked", "access", "schema")),
                    entry("Access", List.of("keyFingerprint")),
                    entry("SchemaView", List.of("unanswered")),
                    entry("FindingView", List.of("field")),
                    entry("CheckView", List.of("advice")));

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
