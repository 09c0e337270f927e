package io.turnout.adapters.postgres;

import io.turnout.application.erasure.ErasureLedger;
import io.turnout.domain.erasure.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The ledgers of all orgs in PostgreSQL.
public final class PostgresErasureLedger implements ErasureLedger {
    private static final String READ =
            """
            select * from erasure_ledger
            where (org_id, number) > (:org, :number) order by org_id, number limit :limit
            """;
    private static final String SINCE =
            """
            select * from erasure_ledger
            where at >= :at order by at, org_id, number limit :limit
            """;

    private final Gate gate;

    public PostgresErasureLedger(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<LedgerEntry> read(Optional<Place> after) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(READ)
                                        .bind("org", after.map(p -> p.org().value()).orElse(""))
                                        .bind("number", after.map(Place::number).orElse(0L))
                                        .bind("limit", READ_MAX)
                                        .map((row, _) -> LedgerRows.read(row))
                                        .list());
    }

    @Override
    public List<LedgerEntry> since(Instant at) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(SINCE)
                                        .bind("at", LedgerRows.utc(at))
                                        .bind("limit", READ_MAX)
                                        .map((row, _) -> LedgerRows.read(row))
                                        .list());
    }
}
