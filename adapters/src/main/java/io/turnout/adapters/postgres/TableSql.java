package io.turnout.adapters.postgres;

import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.Table;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The statements by which rows of a table of orgs are read as text and written from text, whatever
/// the table's columns are. Names come from the database's own catalogue, values are bound.
///
/// @param keys the columns of the primary key after the org
/// @param types what these are
record TableSql(Table table, List<String> keys, List<String> types) {
    private static final String ALL =
            """
            select c.relname as name,
                (select string_agg(
                        quote_ident(attname) || ' ' || format_type(atttypid, atttypmod),
                        ', ' order by attnum)
                    from pg_attribute where attrelid = c.oid and attnum > 0
                    and not attisdropped) as columns,
                array(select quote_ident(a.attname)
                    from unnest(i.indkey) with ordinality as k (attnum, place)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                    where place > 1 order by place) as keys,
                array(select format_type(a.atttypid, a.atttypmod)
                    from unnest(i.indkey) with ordinality as k (attnum, place)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                    where place > 1 order by place) as types
            from pg_trigger t
            join pg_class c on c.oid = t.tgrelid and c.relnamespace = 'public'::regnamespace
            join pg_index i on i.indrelid = c.oid and i.indisprimary
            where t.tgname = 'guard_insert' order by c.relname
            """;

    /// All that are guarded: whatever is added later is moved without anybody thinking of it.
    static Map<String, TableSql> all(Handle handle) {
        Map<String, TableSql> all = new LinkedHashMap<>();
        handle.createQuery(ALL).map((row, _) -> of(row)).forEach(one -> all.put(one.name(), one));
        return all;
    }

    private static TableSql of(ResultSet row) throws SQLException {
        return new TableSql(
                new Table(row.getString("name"), row.getString("columns")),
                texts(row.getArray("keys")),
                texts(row.getArray("types")));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    String name() {
        return table.name();
    }

    private String key() {
        return keys.isEmpty() ? "org_id" : String.join(", ", keys);
    }

    /// One array a column of the key.
    private String keyText(String alias) {
        return keys.stream()
                .map(column -> alias + "." + column + "::text")
                .collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    private String bound(String prefix) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "cast(:" + prefix + i + " as " + types.get(i) + ")")
                .collect(Collectors.joining(", "));
    }

    private String within(Optional<RowKey> after, Optional<RowKey> upto) {
        return "t.org_id = :org"
                + after.map(_ -> " and (" + key() + ") > (" + bound("after") + ")").orElse("")
                + upto.map(_ -> " and (" + key() + ") <= (" + bound("upto") + ")").orElse("");
    }

    String end(Optional<RowKey> after) {
        return "select %s as key from %s t where %s order by %s offset :skip limit 1"
                .formatted(keyText("t"), name(), within(after, Optional.empty()), key());
    }

    String page(Optional<RowKey> after, Optional<RowKey> upto) {
        return "select %s as key, t::text as content from %s t where %s order by %s limit :limit"
                .formatted(keyText("t"), name(), within(after, upto), key());
    }

    String print(Optional<RowKey> after, Optional<RowKey> upto) {
        return """
        select count(*) as rows,
            coalesce(md5(string_agg(md5(t::text), '' order by %s)), '') as hash
        from %s t where %s
        """
                .formatted(key(), name(), within(after, upto));
    }

    private String given() {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "cast(:k" + i + " as text[])")
                .collect(Collectors.joining(", "));
    }

    private String sameKey() {
        return IntStream.range(0, keys.size())
                .mapToObj(
                        i ->
                                " and t.%s = cast(g.k%d as %s)"
                                        .formatted(keys.get(i), i, types.get(i)))
                .collect(Collectors.joining());
    }

    private String givenNames() {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "k" + i)
                .collect(Collectors.joining(", "));
    }

    /// The rows with these keys; a table whose key is the org alone has one row at most.
    String read() {
        if (keys.isEmpty()) {
            return "select array[]::text[] as key, t::text as content from "
                    + name()
                    + " t where t.org_id = :org";
        }
        return """
        select %s as key, t::text as content from %s t join unnest(%s) as g (%s) on true%s
        where t.org_id = :org
        """
                .formatted(keyText("t"), name(), given(), givenNames(), sameKey());
    }

    /// Takes away what is given as gone.
    String delete() {
        if (keys.isEmpty()) {
            return "delete from " + name() + " t where t.org_id = :org";
        }
        return "delete from %s t using unnest(%s) as g (%s) where t.org_id = :org%s"
                .formatted(name(), given(), givenNames(), sameKey());
    }

    /// Takes away what is there otherwise than it is given.
    String deleteOthers() {
        String same =
                keys.isEmpty()
                        ? ""
                        : IntStream.range(0, keys.size())
                                .mapToObj(
                                        i ->
                                                " and t.%s = (g.r).%s"
                                                        .formatted(keys.get(i), keys.get(i)))
                                .collect(Collectors.joining());
        return "delete from %s t using (%s) as g where t.org_id = :org%s and t::text <> g.content"
                .formatted(name(), rows(), same);
    }

    String insert() {
        return "insert into %s select (g.r).* from (%s) as g on conflict (org_id%s) do nothing"
                .formatted(name(), rows(), keys.isEmpty() ? "" : ", " + key());
    }

    /// Each content is taken apart once.
    private String rows() {
        return """
        select cast(content as %s) as r, content
        from unnest(cast(:contents as text[])) as content offset 0
        """
                .formatted(name());
    }

    <S extends SqlStatement<S>> S bind(S statement, String prefix, Optional<RowKey> key) {
        key.ifPresent(
                one -> {
                    for (int i = 0; i < keys.size(); i++) {
                        var _ = statement.bind(prefix + i, one.parts().get(i));
                    }
                });
        return statement;
    }

    <S extends SqlStatement<S>> S bindKeys(S statement, List<RowKey> given) {
        for (int i = 0; i < keys.size(); i++) {
            int column = i;
            var _ =
                    statement.bindArray(
                            "k" + i,
                            String.class,
                            given.stream().map(key -> key.parts().get(column)).toList());
        }
        return statement;
    }
}
