package io.turnout.adapters.postgres;

import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.StoredRow;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// Writes rows of an org as they stand in another stack, within the transaction of a copier.
record CopiedRows(Map<String, TableSql> tables) {
    /// What is otherwise goes before it comes anew: nothing unique is there twice meanwhile.
    void write(Handle handle, OrgId org, List<StoredRow> rows, List<RowKey> gone) {
        PostgresOrgRows.byTable(gone)
                .forEach((name, keys) -> delete(handle, org, table(name), keys));
        Map<String, List<String>> contents = new LinkedHashMap<>();
        rows.forEach(
                row ->
                        contents.computeIfAbsent(row.key().table(), _ -> new ArrayList<>())
                                .add(row.content()));
        contents.forEach((name, of) -> run(handle, org, table(name).deleteOthers(), of));
        contents.forEach((name, of) -> run(handle, org, table(name).insert(), of));
    }

    private TableSql table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private static void delete(Handle handle, OrgId org, TableSql table, List<RowKey> keys) {
        int _ =
                table.bindKeys(handle.createUpdate(table.delete()), keys)
                        .bind("org", org.value())
                        .execute();
    }

    private static void run(Handle handle, OrgId org, String sql, List<String> contents) {
        int _ =
                handle.createUpdate(sql)
                        .bind("org", org.value())
                        .bindArray("contents", String.class, contents)
                        .execute();
    }
}
