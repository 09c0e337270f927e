package io.turnout.simulator.soql;

import io.turnout.simulator.soql.Query.Condition;
import io.turnout.simulator.soql.Query.Literal;
import io.turnout.simulator.soql.Query.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads what stands behind WHERE.
final class Conditions {
    private static final int DEPTH_MAX = 200;

    private final Tokens tokens;
    private int depth;

    Conditions(Tokens tokens) {
        this.tokens = tokens;
    }

    Condition any() {
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
        if (++depth > DEPTH_MAX) {
            throw Tokens.malformed("conditions are nested more than " + DEPTH_MAX + " deep");
        }
        Condition one = nested();
        depth--;
        return one;
    }

    private Condition nested() {
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
            throw Tokens.unsupported(path + "(…)");
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
                    default -> throw tokens.unsupportedOrUnexpected();
                };
        var _ = tokens.take();
        return operator;
    }

    private List<Literal> list() {
        tokens.expect("(");
        if (tokens.isNext("SELECT")) {
            throw Tokens.unsupported("subqueries");
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
            default -> throw Tokens.unsupported("the literal " + word);
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
}
