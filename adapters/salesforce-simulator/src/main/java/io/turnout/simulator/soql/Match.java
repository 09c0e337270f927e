package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.FieldType;
import io.turnout.simulator.schema.Moments;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.soql.Query.Condition;
import io.turnout.simulator.soql.Query.Literal;
import io.turnout.simulator.soql.Query.Operator;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.View;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the conditions of a query into a test of rows.
final class Match {
    private final View view;
    private final ObjectType type;

    Match(View view, ObjectType type) {
        this.view = view;
        this.type = type;
    }

    Predicate<Row> of(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> all) -> every(all.stream().map(this::of).toList());
            case Condition.Or(List<Condition> any) -> some(any.stream().map(this::of).toList());
            case Condition.Not(Condition other) -> of(other).negate();
            case Condition.Compare compare -> compare(compare);
            case Condition.In in -> in(in);
        };
    }

    // Chains of Predicate.or would be as deep as the query is long.
    private static Predicate<Row> every(List<Predicate<Row>> all) {
        return row -> all.stream().allMatch(one -> one.test(row));
    }

    private static Predicate<Row> some(List<Predicate<Row>> any) {
        return row -> any.stream().anyMatch(one -> one.test(row));
    }

    private Predicate<Row> in(Condition.In in) {
        Column column = Column.find(view, type, in.path());
        Set<Object> wanted = new HashSet<>();
        boolean empty = false;
        for (Literal literal : in.literals()) {
            Object value = value(column.field(), literal);
            if (value == null) {
                empty = true;
            } else {
                wanted.add(folded(column.field(), value));
            }
        }
        boolean withNull = empty;
        return row -> {
            Object value = column.value(view, row);
            boolean found =
                    value == null ? withNull : wanted.contains(folded(column.field(), value));
            return found != in.negated();
        };
    }

    private static Object folded(Field field, Object value) {
        if (field.isExact() || !(value instanceof String text)) {
            return value;
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private Predicate<Row> compare(Condition.Compare compare) {
        Column column = Column.find(view, type, compare.path());
        if (compare.operator() == Operator.LIKE) {
            return like(column, compare.literal());
        }
        Object wanted = value(column.field(), compare.literal());
        Field field = column.field();
        return row -> {
            Object value = column.value(view, row);
            if (value == null || wanted == null) {
                return holdsEmpty(value == wanted, compare.operator());
            }
            return holds(Sorting.compare(field, value, wanted), compare.operator());
        };
    }

    private Predicate<Row> like(Column column, Literal literal) {
        if (literal.kind() != Literal.Kind.TEXT) {
            throw mismatch(column.field());
        }
        StringBuilder regex = new StringBuilder();
        for (char c : String.valueOf(literal.value()).toCharArray()) {
            regex.append(
                    switch (c) {
                        case '%' -> ".*";
                        case '_' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
        Pattern pattern = Pattern.compile(regex.toString(), flags);
        return row -> {
            Object value = column.value(view, row);
            return value != null && pattern.matcher(value.toString()).matches();
        };
    }

    private static boolean holdsEmpty(boolean bothEmpty, Operator operator) {
        return switch (operator) {
            case EQUAL -> bothEmpty;
            case UNEQUAL -> !bothEmpty;
            default -> false;
        };
    }

    private static boolean holds(int order, Operator operator) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case LIKE -> throw new IllegalStateException("LIKE is no comparison");
        };
    }

    /// The literal as a value of this field; refused when it is of another kind.
    private static @Nullable Object value(Field field, Literal literal) {
        String text = literal.value();
        if (literal.kind() == Literal.Kind.NULL || text == null) {
            return null;
        }
        Literal.Kind fits =
                switch (field.type()) {
                    case BOOLEAN -> Literal.Kind.TRUTH;
                    case DOUBLE, CURRENCY, INT -> Literal.Kind.NUMBER;
                    case DATE, DATETIME -> Literal.Kind.MOMENT;
                    default -> Literal.Kind.TEXT;
                };
        if (literal.kind() != fits) {
            throw mismatch(field);
        }
        return switch (field.type()) {
            case BOOLEAN -> Boolean.valueOf(text);
            case DOUBLE, CURRENCY, INT -> Double.valueOf(text);
            case DATETIME -> moment(field, text);
            case DATE -> text;
            case ID, REFERENCE -> RecordId.parse(text).orElse(text);
            default -> text;
        };
    }

    private static Long moment(Field field, String text) {
        if (text.length() == 10) {
            throw mismatch(field);
        }
        return Moments.parse(text).orElseThrow(() -> mismatch(field));
    }

    private static Refusal mismatch(Field field) {
        String kind = field.type() == FieldType.ID ? "ID" : field.type().text();
        return Refusal.request(
                400,
                "INVALID_FIELD",
                "filter criteria for '%s' must be of type %s and should%s be enclosed in quotes"
                        .formatted(
                                field.name(),
                                kind,
                                field.type().isText() || field.type() == FieldType.REFERENCE
                                        ? ""
                                        : " not"));
    }
}
