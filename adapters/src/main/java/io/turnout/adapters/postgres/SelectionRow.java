package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Label;
import io.turnout.domain.rollout.Selection;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/// Which orgs are meant, as it stands in six columns of a table.
final class SelectionRow {
    private SelectionRow() {}

    static <S extends SqlStatement<S>> S bind(S statement, Selection selection) {
        return switch (selection) {
            case Selection.Listed(var orgs) ->
                    bound(statement, Selection.ByRule.EVERYBODY)
                            .bind("whom", (String) null)
                            .bindArray("listed", String.class, words(orgs, OrgId::value));
            case Selection.ByRule rule ->
                    bound(statement, rule)
                            .bind("whom", Words.of(rule.whom()))
                            .bindArray("listed", String.class, List.of());
        };
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Selection.ByRule rule) {
        return statement
                .bindArray("regions", String.class, words(rule.regions(), Label::value))
                .bindArray("zones", String.class, words(rule.zones(), ZoneId::getId))
                .bindArray("tiers", String.class, words(rule.tiers(), Label::value))
                .bindArray("tags", String.class, words(rule.tags(), Label::value));
    }

    private static <T> List<String> words(Collection<T> values, Function<T, String> word) {
        return values.stream().map(word).sorted().toList();
    }

    static Selection read(ResultSet row) throws SQLException {
        Set<OrgId> listed = values(row.getArray("listed"), OrgId::new);
        if (!listed.isEmpty()) {
            return new Selection.Listed(listed);
        }
        return new Selection.ByRule(
                Words.read(Selection.Whom.class, row.getString("whom")),
                values(row.getArray("regions"), Label::new),
                values(row.getArray("zones"), ZoneId::of),
                values(row.getArray("tiers"), Label::new),
                values(row.getArray("tags"), Label::new));
    }

    static <T> Set<T> values(Array array, Function<String, T> value) throws SQLException {
        return Stream.of((String[]) array.getArray()).map(value).collect(Collectors.toSet());
    }
}
