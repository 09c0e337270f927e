package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.FieldType;
import io.turnout.simulator.soql.Query.Function;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// One figure of many values; empty ones have been left out.
final class Figures {
    private Figures() {}

    static Found.Figure of(Function function, Field field, List<Object> values) {
        Comparator<Object> order = (a, b) -> Sorting.compare(field, a, b);
        boolean fits =
                switch (function) {
                    case COUNT, COUNT_DISTINCT -> true;
                    case MAX, MIN ->
                            field.type() != FieldType.BOOLEAN && field.type() != FieldType.TEXTAREA;
                    case SUM, AVG -> field.type().isNumber();
                };
        if (!fits) {
            throw Tokens.malformed(
                    "field %s does not support aggregate operator %s"
                            .formatted(field.name(), function));
        }
        return switch (function) {
            case COUNT -> new Found.Figure(null, values.size());
            case COUNT_DISTINCT -> new Found.Figure(null, new HashSet<>(values).size());
            case MAX -> new Found.Figure(field, values.stream().max(order).orElse(null));
            case MIN -> new Found.Figure(field, values.stream().min(order).orElse(null));
            case SUM -> new Found.Figure(field, values.isEmpty() ? null : sum(values));
            case AVG ->
                    new Found.Figure(null, values.isEmpty() ? null : sum(values) / values.size());
        };
    }

    private static double sum(List<Object> values) {
        return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).sum();
    }
}
