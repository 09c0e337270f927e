package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.soql.Query.Condition;
import io.turnout.simulator.soql.Query.Function;
import io.turnout.simulator.soql.Query.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads SOQL. What the platform understands and this program does not is refused by name, never
/// guessed at.
public final class Parser {
    private final Tokens tokens;
    private boolean inside;

    private Parser(Tokens tokens) {
        this.tokens = tokens;
    }

    public static Query parse(String text) {
        Tokens tokens = new Tokens(text);
        Query query = new Parser(tokens).query();
        if (tokens.peek().kind() != Tokens.Kind.END) {
            throw tokens.unsupportedOrUnexpected();
        }
        return query;
    }

    private Query query() {
        tokens.expect("SELECT");
        List<Selected> selected = selected();
        tokens.expect("FROM");
        String object = tokens.word();
        Optional<Condition> where =
                tokens.accept("WHERE")
                        ? Optional.of(new Conditions(tokens).any())
                        : Optional.empty();
        List<String> groups = tokens.accept("GROUP") ? groups() : List.of();
        List<Query.Order> orders = tokens.accept("ORDER") ? orders() : List.of();
        OptionalInt limit = tokens.accept("LIMIT") ? number() : OptionalInt.empty();
        int offset = tokens.accept("OFFSET") ? number().orElse(0) : 0;
        Query.Slice slice = new Query.Slice(limit, offset);
        return new Query(selected, object, where, groups, orders, slice);
    }

    private List<Selected> selected() {
        List<Selected> selected = new ArrayList<>();
        do {
            selected.add(tokens.accept("(") ? children() : one());
        } while (tokens.accept(","));
        return selected;
    }

    private Selected children() {
        if (inside) {
            throw Tokens.unsupported("subqueries in subqueries");
        }
        inside = true;
        Query query = query();
        inside = false;
        if (query.isGrouped() || query.isCount() || query.slice().offset() > 0) {
            throw Tokens.unsupported("aggregates and OFFSET in subqueries");
        }
        if (!tokens.isNext(")")) {
            throw tokens.unsupportedOrUnexpected();
        }
        tokens.expect(")");
        return new Selected.Children(query);
    }

    private Selected one() {
        String word = tokens.word();
        if (word.equalsIgnoreCase("TYPEOF")) {
            throw Tokens.unsupported("TYPEOF");
        }
        Optional<Function> function = tokens.isNext("(") ? function(word) : Optional.empty();
        String path = function.isPresent() ? argument(function.get()) : word;
        boolean named = tokens.peek().kind() == Tokens.Kind.WORD && !tokens.isNext("FROM");
        return new Selected.Value(function, path, named ? tokens.word() : "");
    }

    private static Optional<Function> function(String name) {
        return Optional.of(Function.of(name).orElseThrow(() -> Tokens.unsupported(name + "(…)")));
    }

    private String argument(Function function) {
        tokens.expect("(");
        String path = function == Function.COUNT && tokens.isNext(")") ? "" : tokens.word();
        tokens.expect(")");
        return path;
    }

    private List<String> groups() {
        tokens.expect("BY");
        List<String> groups = new ArrayList<>();
        do {
            String path = tokens.word();
            if (tokens.isNext("(")) {
                throw Tokens.unsupported("GROUP BY " + path + "(…)");
            }
            groups.add(path);
        } while (tokens.accept(","));
        return groups;
    }

    private List<Query.Order> orders() {
        tokens.expect("BY");
        List<Query.Order> orders = new ArrayList<>();
        do {
            String word = tokens.word();
            Optional<Function> function = tokens.isNext("(") ? function(word) : Optional.empty();
            String path = function.isPresent() ? argument(function.get()) : word;
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
            orders.add(new Query.Order(function, path, descending, last));
        } while (tokens.accept(","));
        return orders;
    }

    private static Refusal tooLarge(Tokens.Token token) {
        return Tokens.malformed("not a count of rows: " + token.text());
    }

    private OptionalInt number() {
        Tokens.Token token = tokens.peek();
        if (token.kind() != Tokens.Kind.NUMBER || token.text().contains(".")) {
            throw tokens.unexpected();
        }
        var _ = tokens.take();
        try {
            int number = Integer.parseInt(token.text());
            if (number >= 0) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            throw tooLarge(token);
        }
        throw tooLarge(token);
    }
}
