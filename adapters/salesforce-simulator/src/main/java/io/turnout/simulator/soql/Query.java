package io.turnout.simulator.soql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A query as it was read. Paths are field names, `Event__r.Name` for a parent's.
public record Query(
        Selected selected,
        String object,
        Optional<Condition> where,
        List<Order> orders,
        Slice slice) {
    public Query {
        orders = List.copyOf(orders);
    }

    /// What is asked for: fields, or their number.
    public sealed interface Selected {
        record Fields(List<String> paths) implements Selected {}

        /// `SELECT COUNT()`: the number is `totalSize`.
        record Count() implements Selected {}
    }

    public record Order(String path, boolean descending, boolean nullsLast) {}

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
