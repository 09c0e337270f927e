package io.turnout.simulator.store;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Trait;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names rows get from the platform: a running number, a person's two names in one, or the id
/// of a row nobody named.
final class Names {
    private Names() {}

    static void give(ObjectType type, Row row, @Nullable Object number) {
        Field name = type.field("Name").orElse(null);
        if (name == null) {
            return;
        }
        Optional<Field> last = type.field("LastName");
        if (last.isPresent()) {
            row.set(
                    name,
                    Stream.of(type.field("FirstName"), last)
                            .flatMap(field -> field.map(row::text).stream())
                            .collect(Collectors.joining(" ")));
        } else if (number != null) {
            row.set(name, number);
        } else if (row.value(name) == null && !name.is(Trait.REQUIRED)) {
            row.set(name, row.id());
        }
    }
}
