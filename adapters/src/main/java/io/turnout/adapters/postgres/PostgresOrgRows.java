package io.turnout.adapters.postgres;

import io.turnout.application.relocation.JournalEntry;
import io.turnout.application.relocation.OrgRows;
import io.turnout.application.relocation.Print;
import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.Span;
import io.turnout.application.relocation.StoredRow;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Rows of one org as text, each call in what it is given to run in: a transaction of its own, or
/// the one that holds the gate.
class PostgresOrgRows implements OrgRows {
    /// So that a value has one text, whatever a server or a role is set to.
    static final String FORMS =
            "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle ="
                    + " 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits ="
                    + " 1; set local statement_timeout = '30s'";
    private static final String JOURNAL =
            "select seq, tbl, key from org_journal where org_id = :org order by seq limit :limit";
    private static final String BACKLOG =
            "select count(*) from (select from org_journal where org_id = :org limit 1000000) as j";
    private static final String FORGET =
            "delete from org_journal where org_id = :org and seq = any(:seqs)";

    /// What runs a piece of work.
    interface Room {
        <T> T in(Function<Handle, T> work);
    }

    private final OrgId org;
    private final Map<String, TableSql> tables;
    private final Room room;

    PostgresOrgRows(OrgId org, Map<String, TableSql> tables, Room room) {
        this.org = org;
        this.tables = tables;
        this.room = room;
    }

    private TableSql table(String name) {
        TableSql table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table of orgs: " + name);
        }
        return table;
    }

    @Override
    public Optional<RowKey> end(String name, Optional<RowKey> after, int rows) {
        TableSql sql = table(name);
        return room.in(
                handle ->
                        sql.bind(query(handle, sql.end(after)), "after", after)
                                .bind("skip", rows - 1)
                                .map((row, _) -> key(name, row))
                                .findOne());
    }

    private Query query(Handle handle, String sql) {
        return handle.createQuery(sql).bind("org", org.value());
    }

    private static RowKey key(String table, ResultSet row) throws SQLException {
        return new RowKey(table, TableSql.texts(row.getArray("key")));
    }

    @Override
    public List<StoredRow> page(Span span, int limit) {
        TableSql sql = table(span.table());
        return room.in(
                handle ->
                        bound(handle, sql, sql.page(span.after(), span.upto()), span)
                                .bind("limit", limit)
                                .map((row, _) -> stored(span.table(), row))
                                .list());
    }

    private Query bound(Handle handle, TableSql table, String sql, Span span) {
        Query query = table.bind(query(handle, sql), "after", span.after());
        return table.bind(query, "upto", span.upto());
    }

    private static StoredRow stored(String table, ResultSet row) throws SQLException {
        return new StoredRow(key(table, row), row.getString("content"));
    }

    @Override
    public Print print(Span span) {
        TableSql sql = table(span.table());
        return room.in(
                handle ->
                        bound(handle, sql, sql.print(span.after(), span.upto()), span)
                                .map((row, _) -> new Print(row.getLong(1), row.getString(2)))
                                .one());
    }

    @Override
    public List<StoredRow> read(List<RowKey> keys) {
        return room.in(
                handle -> {
                    List<StoredRow> rows = new ArrayList<>();
                    byTable(keys).forEach((name, of) -> rows.addAll(read(handle, name, of)));
                    return rows;
                });
    }

    private List<StoredRow> read(Handle handle, String name, List<RowKey> keys) {
        TableSql sql = table(name);
        return sql.bindKeys(query(handle, sql.read()), keys)
                .map((row, _) -> stored(name, row))
                .list();
    }

    static Map<String, List<RowKey>> byTable(List<RowKey> keys) {
        return keys.stream()
                .collect(
                        Collectors.groupingBy(
                                RowKey::table, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public List<JournalEntry> journal(int limit) {
        return room.in(
                handle ->
                        query(handle, JOURNAL)
                                .bind("limit", limit)
                                .map(
                                        (row, _) ->
                                                new JournalEntry(
                                                        row.getLong("seq"),
                                                        key(row.getString("tbl"), row)))
                                .list());
    }

    @Override
    public long backlog() {
        return room.in(handle -> query(handle, BACKLOG).mapTo(Long.class).one());
    }

    @Override
    public void forget(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        int _ =
                room.in(
                        handle ->
                                handle.createUpdate(FORGET)
                                        .bind("org", org.value())
                                        .bindArray(
                                                "seqs",
                                                Long.class,
                                                entries.stream().map(JournalEntry::number).toList())
                                        .execute());
    }
}
