package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Trait;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A field that a query names: of the row itself, or of the row a reference points to.
public record Column(@Nullable Field way, @Nullable ObjectType parent, Field field) {
    /// Finds the field; a name nobody knows is refused with the platform's sentence.
    static Column find(View view, ObjectType type, String path) {
        List<String> steps = List.of(path.split("\\.", -1));
        if (steps.size() > 1 && steps.getFirst().equalsIgnoreCase(type.name())) {
            steps = steps.subList(1, steps.size());
        }
        if (steps.size() == 1) {
            return new Column(null, null, field(type, steps.getFirst()));
        }
        if (steps.size() > 2) {
            throw Tokens.unsupported("grandparents");
        }
        String name = steps.getFirst();
        Field way =
                type.relationship(name)
                        .filter(field -> !field.is(Trait.HIDDEN))
                        .orElseThrow(
                                () ->
                                        invalid(
                                                "Didn't understand relationship '%s' in field path."
                                                        .formatted(name)));
        String target = Objects.requireNonNull(way.reference()).target();
        ObjectType parent = view.schema().type(target);
        return new Column(way, parent, field(parent, steps.getLast()));
    }

    private static Field field(ObjectType type, String name) {
        return type.shown(name)
                .orElseThrow(
                        () ->
                                invalid(
                                        ("\n%s\nERROR at Row:1:Column:8\nNo such column '%s' on"
                                                        + " entity '%s'. If you are attempting to"
                                                        + " use a custom field, be sure to append"
                                                        + " the '__c' after the custom field name."
                                                        + " Please reference your WSDL or the"
                                                        + " describe call for the appropriate"
                                                        + " names.")
                                                .formatted(name, name, type.name())));
    }

    private static Refusal invalid(String text) {
        return Refusal.request(400, "INVALID_FIELD", text);
    }

    /// The row the field is read from: empty when the reference points nowhere.
    public Optional<Row> home(View view, Row row) {
        if (way == null || parent == null) {
            return Optional.of(row);
        }
        String id = row.text(way);
        return id == null ? Optional.empty() : view.find(parent, id);
    }

    @Nullable Object value(View view, Row row) {
        return home(view, row).map(home -> home.value(field)).orElse(null);
    }
}
