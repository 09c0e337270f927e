package io.turnout.adapters.postgres;

import io.turnout.application.relocation.FrozenOrg;
import io.turnout.application.relocation.StackStore;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// The gate of an org, held alone in one transaction. PostgreSQL itself ends that when the mover
/// dies, stands still or is cut off.
final class PostgresFrozenOrg extends PostgresOrgRows implements FrozenOrg {
    /// PostgreSQL 17 also ends a transaction that is busy for too long; older ones have no such
    /// setting.
    private static final String BOUNDS =
            """
            select set_config(name, '%dms', true) from pg_settings
            where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')
            """
                    .formatted(StackStore.FREEZE_MAX.toMillis());
    private static final String RELEASE =
            """
            update org_home set home = :next, epoch = epoch + 1, journal = false, outbound = 'on'
            where org_id = :org
            """;

    private final OrgId org;
    private final Handle handle;

    private PostgresFrozenOrg(OrgId org, Map<String, TableSql> tables, Handle handle) {
        super(org, tables, new OneTransaction(handle));
        this.org = org;
        this.handle = handle;
    }

    private record OneTransaction(Handle handle) implements Room {
        @Override
        public <T> T in(Function<Handle, T> work) {
            return work.apply(handle);
        }
    }

    static Optional<FrozenOrg> freeze(
            Jdbi jdbi, OrgId org, Map<String, TableSql> tables, Predicate<Handle> mayRelease) {
        Handle handle = jdbi.open();
        boolean frozen = false;
        try {
            handle.begin();
            handle.execute(FORMS);
            var _ = handle.createQuery(BOUNDS).mapTo(String.class).list();
            OrgLocks.keepWritersOut(handle, org);
            frozen = mayRelease.test(handle);
            return frozen
                    ? Optional.of(new PostgresFrozenOrg(org, tables, handle))
                    : Optional.empty();
        } catch (JdbiException e) {
            if (Failure.of(e) == Failure.CONTENTION) {
                return Optional.empty();
            }
            throw e;
        } finally {
            if (!frozen) {
                end(handle);
            }
        }
    }

    private static void end(Handle handle) {
        try (handle) {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException _) {
            // PostgreSQL ended it before.
        }
    }

    @Override
    public void release(StackName next) {
        int _ =
                handle.createUpdate(RELEASE)
                        .bind("org", org.value())
                        .bind("next", next.value())
                        .execute();
        handle.commit();
    }

    @Override
    public void close() {
        end(handle);
    }
}
