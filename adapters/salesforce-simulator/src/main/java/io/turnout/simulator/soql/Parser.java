package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.soql.Query.Condition;
import io.turnout.simulator.soql.Query.Literal;
import io.turnout.simulator.soql.Query.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads SOQL. What the platform understands and this program does not is refused by name, never
/// guessed at.
public final class Parser {
    private static final Set<String> UNSUPPORTED =
            Set.of(
                    "group",
                    "having",
                    "for",
                    "using",
                    "with",
                    "typeof",
                    "includes",
                    "excludes",
                    "all",
                    "update");

    private final Tokens tokens;

    private Parser(Tokens tokens) {
        this.tokens = tokens;
    }

    public static Query parse(String text) {
        return new Parser(new Tokens(text)).query();
    }

    private Query query() {
        tokens.expect("SELECT");
        Query.Selected selected = selected();
        tokens.expect("FROM");
        String object = tokens.word();
        Optional<Condition> where = tokens.accept("WHERE") ? Optional.of(any()) : Optional.empty();
        List<Query.Order> orders = tokens.accept("ORDER") ? orders() : List.of();
        OptionalInt limit = tokens.accept("LIMIT") ? number() : OptionalInt.empty();
        int offset = tokens.accept("OFFSET") ? number().orElse(0) : 0;
        if (tokens.peek().kind() != Tokens.Kind.END) {
            throw unsupportedOrUnexpected();
        }
        return new Query(selected, object, where, orders, new Query.Slice(limit, offset));
    }

    private Refusal unsupportedOrUnexpected() {
        String word = tokens.peek().text();
        return UNSUPPORTED.contains(word.toLowerCase(Locale.ROOT))
                ? unsupported(word)
                : tokens.unexpected();
    }

    private static Refusal unsupported(String what) {
        return Refusal.request(
                501, "NOT_MODELLED", "UNSUPPORTED by this simulator in SOQL: " + what);
    }

    private Query.Selected selected() {
        List<String> paths = new ArrayList<>();
        do {
            if (tokens.isNext("(")) {
                throw unsupported("subqueries");
            }
            String path = tokens.word();
            if (path.equalsIgnoreCase("TYPEOF")) {
                throw unsupported("TYPEOF");
            }
            if (tokens.accept("(")) {
                if (path.equalsIgnoreCase("COUNT") && paths.isEmpty() && tokens.accept(")")) {
                    return new Query.Selected.Count();
                }
                throw unsupported(path + "(…)");
            }
            paths.add(path);
        } while (tokens.accept(","));
        return new Query.Selected.Fields(paths);
    }

    private Condition any() {
        List<Condition> any = new ArrayList<>(List.of(all()));
        while (tokens.accept("OR")) {
            any.add(all());
        }
        return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
    }

    private Condition all() {
        List<Condition> all = new ArrayList<>(List.of(one()));
        while (tokens.accept("AND")) {
            all.add(one());
        }
        return all.size() == 1 ? all.getFirst() : new Condition.And(all);
    }

    private Condition one() {
        if (tokens.accept("NOT")) {
            return new Condition.Not(one());
        }
        if (tokens.accept("(")) {
            Condition inner = any();
            tokens.expect(")");
            return inner;
        }
        String path = tokens.word();
        if (tokens.isNext("(")) {
            throw unsupported(path + "(…)");
        }
        if (tokens.accept("NOT")) {
            tokens.expect("IN");
            return new Condition.In(path, true, list());
        }
        if (tokens.accept("IN")) {
            return new Condition.In(path, false, list());
        }
        return new Condition.Compare(path, operator(), literal());
    }

    private Operator operator() {
        String sign = tokens.peek().text().toUpperCase(Locale.ROOT);
        Operator operator =
                switch (sign) {
                    case "=" -> Operator.EQUAL;
                    case "!=", "<>" -> Operator.UNEQUAL;
                    case "<" -> Operator.LESS;
                    case "<=" -> Operator.AT_MOST;
                    case ">" -> Operator.MORE;
                    case ">=" -> Operator.AT_LEAST;
                    case "LIKE" -> Operator.LIKE;
                    default -> throw unsupportedOrUnexpected();
                };
        var _ = tokens.take();
        return operator;
    }

    private List<Literal> list() {
        tokens.expect("(");
        if (tokens.isNext("SELECT")) {
            throw unsupported("subqueries");
        }
        List<Literal> literals = new ArrayList<>();
        do {
            literals.add(literal());
        } while (tokens.accept(","));
        tokens.expect(")");
        return literals;
    }

    private Literal literal() {
        Tokens.Token token = tokens.peek();
        Literal literal =
                switch (token.kind()) {
                    case TEXT -> new Literal(Literal.Kind.TEXT, unquoted(token.text()));
                    case MOMENT -> new Literal(Literal.Kind.MOMENT, token.text());
                    case NUMBER -> new Literal(Literal.Kind.NUMBER, token.text());
                    case WORD -> word(token.text());
                    case SIGN, END -> throw tokens.unexpected();
                };
        var _ = tokens.take();
        return literal;
    }

    private Literal word(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "null" -> new Literal(Literal.Kind.NULL, null);
            case "true", "false" -> new Literal(Literal.Kind.TRUTH, word.toLowerCase(Locale.ROOT));
            default -> throw unsupported("the literal " + word);
        };
    }

    private static String unquoted(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                c =
                        switch (quoted.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> quoted.charAt(i);
                        };
            }
            text.append(c);
        }
        return text.toString();
    }

    private List<Query.Order> orders() {
        tokens.expect("BY");
        List<Query.Order> orders = new ArrayList<>();
        do {
            String path = tokens.word();
            boolean descending = tokens.accept("DESC");
            if (!descending) {
                var _ = tokens.accept("ASC");
            }
            boolean last = false;
            if (tokens.accept("NULLS")) {
                last = tokens.accept("LAST");
                if (!last) {
                    tokens.expect("FIRST");
                }
            }
            orders.add(new Query.Order(path, descending, last));
        } while (tokens.accept(","));
        return orders;
    }

    private OptionalInt number() {
        Tokens.Token token = tokens.peek();
        if (token.kind() != Tokens.Kind.NUMBER || token.text().contains(".")) {
            throw tokens.unexpected();
        }
        var _ = tokens.take();
        return OptionalInt.of(Integer.parseInt(token.text()));
    }
}
