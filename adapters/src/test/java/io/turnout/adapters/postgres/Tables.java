package io.turnout.adapters.postgres;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// What stands in the tables, for whoever looks at them past all ports.
public final class Tables {
    private Tables() {}

    /// All of it, as text.
    public static String everything(PostgresStorage storage) {
        return storage.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle
                                        .createQuery(
                                                """
                                                select table_name from information_schema.tables
                                                where table_schema = 'public'
                                                """)
                                        .mapTo(String.class)
                                        .stream()
                                        .flatMap(table -> rows(handle, table))
                                        .toList())
                .toString();
    }

    private static Stream<String> rows(Handle handle, String table) {
        List<String> rows =
                handle.createQuery("select t::text from " + table + " t")
                        .mapTo(String.class)
                        .list();
        return rows.stream();
    }

    public static int count(PostgresStorage storage, String sql, String org) {
        return storage.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(sql)
                                        .bind("org", org)
                                        .mapTo(Integer.class)
                                        .one());
    }

    /// As if the org had moved to another stack.
    public static void moveAway(PostgresStorage storage, String org) {
        storage.gate()
                .jdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        "update org_home set home = 'there' where org_id = ?",
                                        org));
    }
}
