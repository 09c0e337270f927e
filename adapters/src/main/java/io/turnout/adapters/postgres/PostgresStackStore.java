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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// One stack's PostgreSQL, for whoever moves an org out of it or into it. Plain SQL: neither a
/// superuser nor an extension is needed, so that it works wherever a PostgreSQL can be rented.
public final class PostgresStackStore implements StackStore {
    private static final String HOME = "select home, epoch from org_home where org_id = :org";
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
    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;
    private final StackName stack;
    private @Nullable Map<String, TableSql> tables;

    public PostgresStackStore(Jdbi jdbi, StackName stack) {
        this.jdbi = jdbi;
        this.stack = stack;
    }

    /// The stack whose gate this is.
    public PostgresStackStore(Gate gate) {
        this(gate.jdbi(), new StackName(gate.stack()));
    }

    /// Which tables there are is read when it is first needed: a migration is a new release.
    private synchronized Map<String, TableSql> tableSql() {
        if (tables == null) {
            tables = jdbi.withHandle(TableSql::all);
        }
        return tables;
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
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(HOME)
                                .bind("org", org.value())
                                .map(
                                        (row, _) ->
                                                new Home(
                                                        new StackName(row.getString(1)),
                                                        row.getLong(2)))
                                .findOne());
    }

    @Override
    public List<Table> tables() {
        return tableSql().values().stream()
                .map(TableSql::table)
                .filter(table -> !table.name().equals(KEYS))
                .toList();
    }

    @Override
    public OrgRows rows(OrgId org) {
        return new PostgresOrgRows(
                org,
                tableSql(),
                new PostgresOrgRows.Room() {
                    @Override
                    public <T> T in(Function<Handle, T> work) {
                        return PostgresStackStore.this.in(work);
                    }
                });
    }

    @Override
    public OptionalLong startJournal(OrgId org) {
        try {
            return in(handle -> startJournal(handle, org));
        } catch (JdbiException e) {
            if (Failure.of(e) == Failure.CONTENTION) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private OptionalLong startJournal(Handle handle, OrgId org) {
        OrgLocks.keepWritersOut(handle, org);
        return number(
                handle.createQuery(START_JOURNAL)
                        .bind("org", org.value())
                        .bind("stack", stack.value()));
    }

    private static OptionalLong number(Query query) {
        return query.mapTo(Long.class).findOne().stream().mapToLong(Long::longValue).findFirst();
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
                jdbi, org, tableSql(), handle -> ofMover(handle, IS_MOVER, org, mover) == 1);
    }

    @Override
    public OptionalLong startCopy(OrgId org, Home now) {
        return withoutCopiers(
                org,
                handle ->
                        number(
                                handle.createQuery(START_COPY)
                                        .bind("org", org.value())
                                        .bind("stack", stack.value())
                                        .bind("home", now.stack().value())
                                        .bind("epoch", now.epoch())));
    }

    @Override
    public OptionalLong renewCopy(OrgId org, long token) {
        return withoutCopiers(org, handle -> number(ofCopier(handle, RENEW, org, token)));
    }

    private <T> T withoutCopiers(OrgId org, Function<Handle, T> work) {
        return in(
                handle -> {
                    OrgLocks.keepCopiersOut(handle, org);
                    return work.apply(handle);
                });
    }

    private Query ofCopier(Handle handle, String sql, OrgId org, long token) {
        return handle.createQuery(sql)
                .bind("org", org.value())
                .bind("stack", stack.value())
                .bind("token", token);
    }

    @Override
    public Applied apply(OrgId org, long token, List<StoredRow> rows, List<RowKey> gone) {
        try {
            return in(handle -> apply(handle, org, token, rows, gone));
        } catch (JdbiException e) {
            if (isInTheWay(e.getCause())) {
                return Applied.IN_THE_WAY;
            }
            throw e;
        }
    }

    private Applied apply(
            Handle handle, OrgId org, long token, List<StoredRow> rows, List<RowKey> gone) {
        if (!enters(handle, org, token)) {
            return Applied.NOT_YOURS;
        }
        new CopiedRows(tableSql()).write(handle, org, rows, gone);
        return Applied.DONE;
    }

    private static boolean isInTheWay(@Nullable Throwable cause) {
        return cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private boolean enters(Handle handle, OrgId org, long token) {
        return ofCopier(handle, ENTER, org, token).mapTo(String.class).one().equals("OK");
    }

    @Override
    public List<WrappedKey> keys(OrgId org) {
        return in(handle -> CrossingKeys.read(handle, org));
    }

    @Override
    public boolean applyKeys(
            OrgId org, long token, List<WrappedKey> kept, List<OrgKeys.Name> gone) {
        return in(
                handle -> {
                    boolean entered = enters(handle, org, token);
                    if (entered) {
                        CrossingKeys.write(handle, kept, gone);
                    }
                    return entered;
                });
    }

    @Override
    public boolean activate(OrgId org, long epoch) {
        return withoutCopiers(
                org,
                handle ->
                        handle.createUpdate(ACTIVATE)
                                        .bind("org", org.value())
                                        .bind("stack", stack.value())
                                        .bind("epoch", epoch)
                                        .execute()
                                == 1);
    }
}
