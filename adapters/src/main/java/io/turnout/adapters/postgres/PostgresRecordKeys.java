package io.turnout.adapters.postgres;

import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.RecordKeys;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Wrapped keys of records, and what people are found by, in PostgreSQL. A window is a stretch of
/// the primary key; only what is to be changed leaves the database.
public final class PostgresRecordKeys implements RecordKeys {
    /// Millions of keys are counted in that; nobody waits for it.
    private static final String PATIENCE = "set local statement_timeout = '9s'";

    private static final String LINKS =
            """
            select link_id from link where org_id = :org and link_id > :after
            and (cast(:end as uuid) is null or link_id <= :end) order by link_id
            """;

    private static final Window NOTHING = new Window(0, 0, Optional.empty());

    private final Gate gate;
    private final Addresses addresses;

    public PostgresRecordKeys(Gate gate, Vault vault) {
        this.gate = gate;
        this.addresses = new Addresses(vault);
    }

    private static ShelfSql sql(Shelf shelf) {
        return switch (shelf) {
            case RECORDS -> ShelfSql.RECORDS;
            case REASONS -> ShelfSql.REASONS;
            case CONNECTIONS -> ShelfSql.CONNECTIONS;
            case ATTENDEES -> ShelfSql.ATTENDEES;
            case LINKS -> ShelfSql.LINKS;
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
                                                    new Turn(handle, org, shelf, sql(shelf), id)
                                                            .rewrap(after, rule)));
                });
        return windows.isEmpty() ? NOTHING : windows.getFirst();
    }

    /// A window within its transaction.
    private final class Turn {
        private final Handle handle;
        private final OrgId org;
        private final Shelf shelf;
        private final ShelfSql sql;
        private final int id;

        Turn(Handle handle, OrgId org, Shelf shelf, ShelfSql sql, int id) {
            this.handle = handle;
            this.org = org;
            this.shelf = shelf;
            this.sql = sql;
            this.id = id;
        }

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
            Query locked = bound(sql.lock(), after, end);
            for (Stale row : shelf.purpose() == Purpose.EMAIL ? people(locked) : keys(locked)) {
                rule.rewrap(row.record(), row.from())
                        .ifPresent(anew -> columns.add(row.record(), row.whole().apply(anew)));
            }
            int changed =
                    columns.bindTo(handle.createUpdate(sql.update()))
                            .bind("org", org.value())
                            .execute();
            if (shelf == Shelf.RECORDS) {
                LinkNews.tell(handle, org, links(after, end));
            }
            return changed;
        }

        /// Whoever remembers a link would hold a key that opens nothing soon.
        private List<UUID> links(UUID after, Optional<UUID> end) {
            return handle.createQuery(LINKS)
                    .bind("org", org.value())
                    .bind("after", after)
                    .bindByType("end", end.orElse(null), UUID.class)
                    .mapTo(UUID.class)
                    .list();
        }

        private List<Stale> keys(Query locked) {
            return locked.map((row, _) -> key(row.getObject(1, UUID.class), row.getBytes(2)))
                    .list();
        }

        private Stale key(UUID record, byte[] bytes) {
            Sealed content = sql.read(bytes);
            return new Stale(
                    record,
                    content.wrappedKey(),
                    anew -> sql.write(new Sealed(content.ciphertext(), anew)));
        }

        /// Read in a statement of its own, after the rows are locked: so that a person and the key
        /// that opens them are of one transaction.
        private List<Stale> people(Query locked) {
            List<UUID> records = locked.map((row, _) -> row.getObject(1, UUID.class)).list();
            return addresses.digests(handle, org, shelf, records).entrySet().stream()
                    .map(one -> new Stale(one.getKey(), one.getValue(), UnaryOperator.identity()))
                    .toList();
        }

        private Query bound(String query, UUID after, Optional<UUID> end) {
            return handle.createQuery(query)
                    .bind("org", org.value())
                    .bind("id", id)
                    .bind("after", after)
                    .bindByType("end", end.orElse(null), UUID.class);
        }
    }

    /// What is to be made anew, from what, and what is written of it.
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
    private record Stale(UUID record, byte[] from, UnaryOperator<byte[]> whole) {}
}
