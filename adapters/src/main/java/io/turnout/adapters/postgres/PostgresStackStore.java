package io.turnout.adapters.postgres;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.relocation.FrozenOrg;
import io.turnout.application.relocation.OrgRows;
import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.StackStore;
import io.turnout.application.relocation.StoredRow;
import io.turnout.application.relocation.Table;
import io.turnout.application.relocation.WrappedKey;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// One stack's PostgreSQL, for whoever moves an org out of it or into it. Plain SQL: neither a
/// superuser nor an extension is needed, so that it works wherever a PostgreSQL can be rented.
public final class PostgresStackStore implements StackStore {
    private static final String HOME = "select home, epoch from org_home where org_id = :org";
    private static final String LOCK_PATIENCE =
            "set local lock_timeout = '" + GATE_PATIENCE.toMillis() + "ms'";
    private static final String ALONE = "select pg_advisory_xact_lock(1, hashtext(:org))";
    private static final String COPIER_ALONE = "select pg_advisory_xact_lock(2, hashtext(:org))";
    private static final String START_JOURNAL =
            """
            update org_home set journal = true, mover = mover + 1
            where org_id = :org and home = :stack returning mover
            """;
    private static final String STOP_JOURNAL =
            """
            with stopped as (
                update org_home set journal = false, outbound = 'on'
                where org_id = :org and home = :stack and mover = :mover returning org_id)
            delete from org_journal using stopped where org_journal.org_id = stopped.org_id
            """;
    private static final String HOLD =
            """
            update org_home set outbound = 'paused'
            where org_id = :org and home = :stack and mover = :mover
            """;
    private static final String IS_MOVER =
            """
            update org_home set mover = mover
            where org_id = :org and home = :stack and mover = :mover
            """;
    private static final String QUIET =
            """
            select not exists (select from lane where org_id = :org and lease_until > now())
                and not exists (select from bulk_job where org_id = :org and lease_until > now())
            """;
    private static final String START_COPY =
            """
            insert into org_home (org_id, home, epoch, applier) values (:org, :home, :epoch, 1)
            on conflict (org_id) do update
                set applier = org_home.applier + 1, home = :home, epoch = :epoch
                where org_home.home <> :stack and org_home.epoch <= :epoch
            returning applier
            """;
    private static final String RENEW =
            """
            update org_home set applier = applier + 1
            where org_id = :org and home <> :stack and applier = :token returning applier
            """;
    private static final String ACTIVATE =
            """
            update org_home set home = :stack, epoch = :epoch, journal = true, outbound = 'on',
                applier = applier + 1, mover = mover + 1
            where org_id = :org and epoch < :epoch and home <> :stack
            """;
    private static final String ENTER = "select apply_enter(:org, :stack, :token)";
    private static final String DROP_KEY =
            "delete from org_key where org_id = :org and purpose = :purpose and key_id = :id";
    private static final String KEYS_OF_ORG =
            """
            select purpose, key_id, wrapped, created_at from org_key where org_id = :org
            order by purpose, key_id
            """;
    private static final String KEEP_KEY =
            """
            insert into org_key (org_id, purpose, key_id, wrapped, created_at)
            values (:org, :purpose, :id, :wrapped, :created) on conflict do nothing
            """;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;
    private final StackName stack;
    private final Map<String, TableSql> tables;

    private PostgresStackStore(Jdbi jdbi, StackName stack, Map<String, TableSql> tables) {
        this.jdbi = jdbi;
        this.stack = stack;
        this.tables = tables;
    }

    /// Reads which tables there are.
    public static PostgresStackStore open(Jdbi jdbi, StackName stack) {
        Map<String, TableSql> tables =
                jdbi.withHandle(TableSql::all).stream()
                        .collect(
                                Collectors.toMap(
                                        TableSql::name,
                                        table -> table,
                                        (one, _) -> one,
                                        LinkedHashMap::new));
        return new PostgresStackStore(jdbi, stack, tables);
    }

    @Override
    public StackName stack() {
        return stack;
    }

    /// Each piece of work in a transaction of its own.
    private <T> T in(Function<Handle, T> work) {
        return jdbi.inTransaction(
                handle -> {
                    handle.execute(PostgresOrgRows.FORMS);
                    return work.apply(handle);
                });
    }

    @Override
    public Optional<Home> home(OrgId org) {
        return in(handle -> home(handle, org));
    }

    private static Optional<Home> home(Handle handle, OrgId org) {
        return handle.createQuery(HOME)
                .bind("org", org.value())
                .map((row, _) -> new Home(new StackName(row.getString(1)), row.getLong(2)))
                .findOne();
    }

    @Override
    public List<Table> tables() {
        return tables.values().stream()
                .map(TableSql::table)
                .filter(table -> !table.name().equals(KEYS))
                .toList();
    }

    @Override
    public OrgRows rows(OrgId org) {
        return new PostgresOrgRows(
                org,
                tables,
                new PostgresOrgRows.Room() {
                    @Override
                    public <T> T in(Function<Handle, T> work) {
                        return PostgresStackStore.this.in(work);
                    }
                });
    }

    static void waitForWriters(Handle handle, OrgId org) {
        handle.execute(LOCK_PATIENCE);
        lock(handle, ALONE, org);
    }

    private static void lock(Handle handle, String sql, OrgId org) {
        var _ = handle.createQuery(sql).bind("org", org.value()).mapTo(String.class).one();
    }

    @Override
    public OptionalLong startJournal(OrgId org) {
        return unlessBusy(
                () ->
                        in(
                                handle -> {
                                    waitForWriters(handle, org);
                                    return number(
                                            handle.createQuery(START_JOURNAL)
                                                    .bind("org", org.value())
                                                    .bind("stack", stack.value()));
                                }),
                OptionalLong.empty());
    }

    private static OptionalLong number(Query query) {
        return query.mapTo(Long.class).findOne().stream().mapToLong(Long::longValue).findFirst();
    }

    private static <T> T unlessBusy(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (JdbiException e) {
            if (Failure.of(e) == Failure.CONTENTION) {
                return otherwise;
            }
            throw e;
        }
    }

    @Override
    public void stopJournal(OrgId org, long mover) {
        int _ = in(handle -> ofMover(handle, STOP_JOURNAL, org, mover));
    }

    @Override
    public void holdOutbound(OrgId org, long mover) {
        int _ = in(handle -> ofMover(handle, HOLD, org, mover));
    }

    private int ofMover(Handle handle, String sql, OrgId org, long mover) {
        return handle.createUpdate(sql)
                .bind("org", org.value())
                .bind("stack", stack.value())
                .bind("mover", mover)
                .execute();
    }

    @Override
    public boolean isQuiet(OrgId org) {
        return in(
                handle ->
                        handle.createQuery(QUIET)
                                .bind("org", org.value())
                                .mapTo(Boolean.class)
                                .one());
    }

    @Override
    public Optional<FrozenOrg> freeze(OrgId org, long mover) {
        return PostgresFrozenOrg.freeze(
                jdbi, org, tables, handle -> ofMover(handle, IS_MOVER, org, mover) == 1);
    }

    @Override
    public OptionalLong startCopy(OrgId org, Home now) {
        return in(
                handle -> {
                    lock(handle, COPIER_ALONE, org);
                    return number(
                            handle.createQuery(START_COPY)
                                    .bind("org", org.value())
                                    .bind("stack", stack.value())
                                    .bind("home", now.stack().value())
                                    .bind("epoch", now.epoch()));
                });
    }

    @Override
    public OptionalLong renewCopy(OrgId org, long token) {
        return in(
                handle -> {
                    lock(handle, COPIER_ALONE, org);
                    return number(
                            handle.createQuery(RENEW)
                                    .bind("org", org.value())
                                    .bind("stack", stack.value())
                                    .bind("token", token));
                });
    }

    @Override
    public Applied apply(OrgId org, long token, List<StoredRow> rows, List<RowKey> gone) {
        try {
            return in(
                    handle ->
                            enters(handle, org, token)
                                    ? write(handle, org, rows, gone)
                                    : Applied.NOT_YOURS);
        } catch (JdbiException e) {
            if (isInTheWay(e.getCause())) {
                return Applied.IN_THE_WAY;
            }
            throw e;
        }
    }

    private static boolean isInTheWay(@Nullable Throwable cause) {
        return cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private boolean enters(Handle handle, OrgId org, long token) {
        return handle.createQuery(ENTER)
                .bind("org", org.value())
                .bind("stack", stack.value())
                .bind("token", token)
                .mapTo(String.class)
                .one()
                .equals("OK");
    }

    private TableSql table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    /// What is otherwise goes before it comes anew, so that nothing unique is there twice
    // meanwhile.
    private Applied write(Handle handle, OrgId org, List<StoredRow> rows, List<RowKey> gone) {
        PostgresOrgRows.byTable(gone)
                .forEach(
                        (name, keys) -> {
                            TableSql sql = table(name);
                            int _ =
                                    sql.bindKeys(handle.createUpdate(sql.delete()), keys)
                                            .bind("org", org.value())
                                            .execute();
                        });
        Map<String, List<String>> contents = new LinkedHashMap<>();
        rows.forEach(
                row ->
                        contents.computeIfAbsent(row.key().table(), _ -> new ArrayList<>())
                                .add(row.content()));
        contents.forEach((name, of) -> write(handle, org, table(name).deleteOthers(), of));
        contents.forEach((name, of) -> write(handle, org, table(name).insert(), of));
        return Applied.DONE;
    }

    private static void write(Handle handle, OrgId org, String sql, List<String> contents) {
        int _ =
                handle.createUpdate(sql)
                        .bind("org", org.value())
                        .bindArray("contents", String.class, contents)
                        .execute();
    }

    @Override
    public List<WrappedKey> keys(OrgId org) {
        return in(
                handle ->
                        handle.createQuery(KEYS_OF_ORG)
                                .bind("org", org.value())
                                .map(
                                        (row, _) ->
                                                new WrappedKey(
                                                        new OrgKeys.Name(
                                                                org,
                                                                Words.read(
                                                                        OrgKeys.Purpose.class,
                                                                        row.getString("purpose")),
                                                                row.getInt("key_id")),
                                                        row.getBytes("wrapped"),
                                                        Moments.read(row, "created_at")))
                                .list());
    }

    @Override
    public boolean applyKeys(
            OrgId org, long token, List<WrappedKey> kept, List<OrgKeys.Name> gone) {
        return in(
                handle -> {
                    if (!enters(handle, org, token)) {
                        return false;
                    }
                    gone.forEach(name -> named(handle.createUpdate(DROP_KEY), name).execute());
                    kept.forEach(
                            key ->
                                    named(handle.createUpdate(KEEP_KEY), key.name())
                                            .bind("wrapped", key.wrapped())
                                            .bind("created", Moments.utc(key.createdAt()))
                                            .execute());
                    return true;
                });
    }

    private static Update named(Update update, OrgKeys.Name name) {
        return update.bind("org", name.org().value())
                .bind("purpose", Words.of(name.purpose()))
                .bind("id", name.id());
    }

    @Override
    public boolean activate(OrgId org, long epoch) {
        return in(
                handle -> {
                    lock(handle, COPIER_ALONE, org);
                    return handle.createUpdate(ACTIVATE)
                                    .bind("org", org.value())
                                    .bind("stack", stack.value())
                                    .bind("epoch", epoch)
                                    .execute()
                            == 1;
                });
    }
}
