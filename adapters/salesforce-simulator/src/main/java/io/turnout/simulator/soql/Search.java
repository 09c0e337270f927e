package io.turnout.simulator.soql;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Schema;
import io.turnout.simulator.soql.Query.Selected;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Answers a query from the rows of one org.
public final class Search {
    private static final int OFFSET_MAX = 2_000;

    private final View view;
    private final boolean withDeleted;

    /// `withDeleted` is what `queryAll` adds.
    public Search(View view, boolean withDeleted) {
        this.view = view;
        this.withDeleted = withDeleted;
    }

    public Found run(Query query) {
        ObjectType type =
                view.schema().find(query.object()).orElseThrow(() -> noType(query.object()));
        if (query.slice().offset() > OFFSET_MAX) {
            throw Refusal.request(
                    400, "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
        }
        if (query.isGrouped()) {
            return new Grouping(view, type, query).of(rows(type, query).toList());
        }
        if (query.isCount()) {
            return new Found.Count(sliced(query, rows(type, query)).size());
        }
        List<Column> columns = columns(type, query);
        List<Children> children = new ArrayList<>();
        for (Selected one : query.selected()) {
            if (one instanceof Selected.Children(Query inner)) {
                children.add(children(type, inner));
            }
        }
        Stream<Row> rows = rows(type, query);
        if (!query.orders().isEmpty()) {
            rows = rows.sorted(Sorting.of(view, type, query.orders()));
        }
        return new Found.Rows(type, columns, children, sliced(query, rows));
    }

    private List<Column> columns(ObjectType type, Query query) {
        List<Column> columns = new ArrayList<>();
        for (Selected one : query.selected()) {
            if (one instanceof Selected.Value(var _, var path, var alias)) {
                if (!alias.isEmpty()) {
                    throw Tokens.malformed("unexpected token: '" + alias + "'");
                }
                columns.add(Column.find(view, type, path));
            }
        }
        return columns;
    }

    private Predicate<Row> wanted(ObjectType type, Query query) {
        Match match = new Match(view, type);
        Predicate<Row> living = row -> withDeleted || !row.deleted();
        return living.and(query.where().map(match::of).orElse(row -> true));
    }

    private Stream<Row> rows(ObjectType type, Query query) {
        Predicate<Row> wanted = wanted(type, query);
        Shortcut shortcut = new Shortcut(view, type, !withDeleted);
        return query.where()
                .flatMap(shortcut::rows)
                .map(few -> few.stream().filter(wanted))
                .orElseGet(() -> view.select(type, wanted).stream());
    }

    private static List<Row> sliced(Query query, Stream<Row> rows) {
        Stream<Row> rest = rows.skip(query.slice().offset());
        return rest.limit(query.slice().limit().orElse(Integer.MAX_VALUE)).toList();
    }

    private Children children(ObjectType parent, Query query) {
        Schema.Children found =
                view.schema()
                        .children(parent, query.object())
                        .orElseThrow(() -> noChildren(query.object()));
        ObjectType type = found.type();
        var shape = new Found.Rows(type, columns(type, query), List.of(), List.of());
        return new Children(view, found.way(), shape, wanted(type, query), query);
    }

    private static Refusal noChildren(String name) {
        return Refusal.request(
                400,
                "INVALID_TYPE",
                ("\n%s\nERROR at Row:1:Column:1\nDidn't understand relationship '%s' in FROM part"
                                + " of query call. If you are attempting to use a custom"
                                + " relationship, be sure to append the '__r' after the custom"
                                + " relationship name. Please reference your WSDL or the describe"
                                + " call for the appropriate names.")
                        .formatted(name, name));
    }

    private static Refusal noType(String name) {
        return Refusal.request(
                400,
                "INVALID_TYPE",
                ("\n%s\nERROR at Row:1:Column:1\nsObject type '%s' is not supported. If you are"
                                + " attempting to use a custom object, be sure to append the '__c'"
                                + " after the entity name. Please reference your WSDL or the"
                                + " describe call for the appropriate names.")
                        .formatted(name, name));
    }
}
