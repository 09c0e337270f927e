package io.turnout.adapters.postgres;

import io.turnout.application.privacy.RecordKeys;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Wrapped keys of records in PostgreSQL. A window is a stretch of the primary key; only what is
/// to be changed leaves the database.
public final class PostgresRecordKeys implements RecordKeys {
    /// Millions of keys are counted in that; nobody waits for it.
    private static final String PATIENCE = "set local statement_timeout = '9s'";

    private static final Window NOTHING = new Window(0, 0, Optional.empty());

    private final Gate gate;

    public PostgresRecordKeys(Gate gate) {
        this.gate = gate;
    }

    private static ShelfSql sql(Shelf shelf) {
        return switch (shelf) {
            case RECORDS -> ShelfSql.RECORDS;
            case REASONS -> ShelfSql.REASONS;
            case CONNECTIONS -> ShelfSql.CONNECTIONS;
        };
    }

    @Override
    public long stale(OrgId org, Shelf shelf, int id) {
        return gate.jdbi()
                .inTransaction(
                        handle -> {
                            int _ = handle.execute(PATIENCE);
                            return handle.createQuery(sql(shelf).countAll())
                                    .bind("org", org.value())
                                    .bind("id", id)
                                    .mapTo(Long.class)
                                    .one();
                        });
    }

    @Override
    public Window rewrap(OrgId org, Shelf shelf, int id, UUID after, Rule rule) {
        List<Window> windows = new ArrayList<>();
        Patience.run(
                () -> {
                    windows.clear();
                    var _ =
                            gate.tryWrite(
                                    org,
                                    handle ->
                                            windows.add(
                                                    new Turn(handle, org, sql(shelf), id)
                                                            .rewrap(after, rule)));
                });
        return windows.isEmpty() ? NOTHING : windows.getFirst();
    }

    /// A window within its transaction.
    private record Turn(Handle handle, OrgId org, ShelfSql sql, int id) {
        Window rewrap(UUID after, Rule rule) {
            Optional<UUID> end =
                    handle.createQuery(sql.end())
                            .bind("org", org.value())
                            .bind("after", after)
                            .bind("offset", WINDOW_MAX - 1)
                            .mapTo(UUID.class)
                            .findOne();
            int stale = bound(sql.count(), after, end).mapTo(Integer.class).one();
            return new Window(stale, stale == 0 ? 0 : change(after, end, rule), end);
        }

        private int change(UUID after, Optional<UUID> end, Rule rule) {
            Columns columns = new Columns().with("record", UUID.class).with("key", byte[].class);
            for (Stale row : stale(after, end)) {
                rule.rewrap(row.record(), row.content().wrappedKey())
                        .map(key -> new Sealed(row.content().ciphertext(), key))
                        .ifPresent(anew -> columns.add(row.record(), sql.write(anew)));
            }
            return columns.bindTo(handle.createUpdate(sql.update()))
                    .bind("org", org.value())
                    .execute();
        }

        private List<Stale> stale(UUID after, Optional<UUID> end) {
            return bound(sql.lock(), after, end)
                    .map(
                            (row, _) ->
                                    new Stale(
                                            row.getObject(1, UUID.class),
                                            sql.read(row.getBytes(2))))
                    .list();
        }

        private Query bound(String query, UUID after, Optional<UUID> end) {
            return handle.createQuery(query)
                    .bind("org", org.value())
                    .bind("id", id)
                    .bind("after", after)
                    .bindByType("end", end.orElse(null), UUID.class);
        }
    }

    private record Stale(UUID record, Sealed content) {}
}
