package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.store.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a query found.
public sealed interface Found {
    record Rows(ObjectType type, List<Column> columns, List<Children> children, List<Row> rows)
            implements Found {}

    /// Only the number was asked for.
    record Count(int rows) implements Found {}

    /// Figures by name, one set for each group of rows.
    record Groups(List<Map<String, Figure>> groups) implements Found {}

    /// A value of `field`, or a plain number when there is no field.
    record Figure(@Nullable Field field, @Nullable Object value) {}
}
