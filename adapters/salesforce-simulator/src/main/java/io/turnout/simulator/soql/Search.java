package io.turnout.simulator.soql;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.store.Database;
import io.turnout.simulator.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Answers a query from the rows of one org.
public final class Search {
    private static final int OFFSET_MAX = 2_000;

    private final Database database;
    private final boolean withDeleted;

    /// `withDeleted` is what `queryAll` adds.
    public Search(Database database, boolean withDeleted) {
        this.database = database;
        this.withDeleted = withDeleted;
    }

    /// What was found. `counted` says that only the number was asked for.
    public record Found(ObjectType type, List<Column> columns, List<Row> rows, boolean counted) {}

    public Found run(Query query) {
        ObjectType type =
                database.schema().find(query.object()).orElseThrow(() -> noType(query.object()));
        List<Column> columns = new ArrayList<>();
        if (query.selected() instanceof Query.Selected.Fields(List<String> paths)) {
            paths.forEach(path -> columns.add(Column.find(database, type, path)));
        }
        if (query.slice().offset() > OFFSET_MAX) {
            throw Refusal.request(
                    400, "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
        }
        Match match = new Match(database, type);
        Predicate<Row> wanted = query.where().map(match::of).orElse(row -> true);
        Predicate<Row> living = row -> withDeleted || !row.deleted();
        Shortcut shortcut = new Shortcut(database, type, !withDeleted);
        Stream<Row> rows =
                query.where()
                        .flatMap(shortcut::rows)
                        .map(few -> few.stream().filter(living.and(wanted)))
                        .orElseGet(() -> database.select(type, living.and(wanted)).stream());
        if (!query.orders().isEmpty()) {
            rows = rows.sorted(Sorting.of(database, type, query.orders()));
        }
        rows = rows.skip(query.slice().offset());
        if (query.slice().limit().isPresent()) {
            rows = rows.limit(query.slice().limit().getAsInt());
        }
        return new Found(type, columns, rows.toList(), columns.isEmpty());
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
