package io.turnout.adapters.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Rows turned on their side: one array a column, so that one statement writes them all.
final class Columns {
    private final Map<String, Class<?>> types = new LinkedHashMap<>();
    private final Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();

    Columns with(String name, Class<?> type) {
        types.put(name, type);
        values.put(name, new ArrayList<>());
        return this;
    }

    void add(@Nullable Object... row) {
        int i = 0;
        for (List<@Nullable Object> column : values.values()) {
            column.add(row[i++]);
        }
        if (i != row.length) {
            throw new IllegalArgumentException(row.length + " values for " + i + " columns");
        }
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        values.forEach((name, column) -> bind(statement, name, column));
        return statement;
    }

    private void bind(SqlStatement<?> statement, String name, List<@Nullable Object> column) {
        var _ =
                types.get(name) == byte[].class
                        ? statement.bind(name, new ByteaArray(column))
                        : statement.bindArray(name, types.get(name), column);
    }
}
