package io.turnout.simulator.soql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A query as it was read. Paths are field names, `Event__r.Name` for a parent's.
public record Query(
        List<Selected> selected,
        String object,
        Optional<Condition> where,
        List<String> groups,
        List<Order> orders,
        Slice slice) {
    public Query {
        selected = List.copyOf(selected);
        groups = List.copyOf(groups);
        orders = List.copyOf(orders);
    }

    /// One thing asked for of every row, or of every group of rows.
    public sealed interface Selected {
        /// A field or a figure, under `alias` when that is not empty; `COUNT()` has no path.
        record Value(Optional<Function> function, String path, String alias) implements Selected {}

        /// `(SELECT Name FROM Event_Items__r)`: the rows that refer to this one.
        record Children(Query query) implements Selected {}
    }

    /// What makes one figure of many rows.
    public enum Function {
        COUNT,
        COUNT_DISTINCT,
        MAX,
        MIN,
        SUM,
        AVG;

        static Optional<Function> of(String name) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /// `SELECT COUNT()`: the number is `totalSize`.
    boolean isCount() {
        return groups.isEmpty()
                && selected.equals(
                        List.of(new Selected.Value(Optional.of(Function.COUNT), "", "")));
    }

    boolean isGrouped() {
        return !isCount()
                && (!groups.isEmpty()
                        || selected.stream()
                                .anyMatch(
                                        one ->
                                                one instanceof Selected.Value value
                                                        && value.function().isPresent()));
    }

    public record Order(
            Optional<Function> function, String path, boolean descending, boolean nullsLast) {}

    public record Slice(OptionalInt limit, int offset) {}

    public sealed interface Condition {
        record And(List<Condition> all) implements Condition {}

        record Or(List<Condition> any) implements Condition {}

        record Not(Condition other) implements Condition {}

        record Compare(String path, Operator operator, Literal literal) implements Condition {}

        record In(String path, boolean negated, List<Literal> literals) implements Condition {}
    }

    public enum Operator {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST,
        LIKE
    }

    /// A value in a query; `value` is null, text, a number, a truth, or a moment as text.
    public record Literal(Kind kind, @Nullable String value) {
        public enum Kind {
            NULL,
            TEXT,
            NUMBER,
            TRUTH,
            MOMENT
        }
    }
}
