package io.turnout.adapters.postgres;

import io.turnout.application.erasure.Erasures;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Who works on which erasure: taken by its attempt, and free again when the lease has run out.
final class ErasureTurns {
    private static final int CANDIDATES = 16;
    private static final String DUE =
            """
            select erasure.org_id, erasure_id from erasure join org_home using (org_id)
            where state <> 'done' and due_at <= now()
            and (lease_until is null or lease_until <= now()) and home = :stack
            order by due_at, asked_at limit :limit
            """;
    private static final String TAKE =
            """
            update erasure set attempt = attempt + 1,
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            where org_id = :org and erasure_id = :id and state <> 'done'
            """;
    private static final String TAKE_DUE =
            TAKE + " and due_at <= now() and (lease_until is null or lease_until <= now())";
    private static final String TAKEN =
            """
             returning org_id, erasure_id, asked_at, email_digest, attempt, state,
                extract(epoch from clock_timestamp() - asked_at) * 1000 as age
            """;

    private final Gate gate;

    ErasureTurns(Gate gate) {
        this.gate = gate;
    }

    private record Known(OrgId org, ErasureId id) {}

    Optional<Turn> take() {
        List<Known> due =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(DUE)
                                                .bind("stack", gate.stack())
                                                .bind("limit", CANDIDATES)
                                                .map((row, _) -> known(row))
                                                .list());
        // Whoever looks at the same moment sees the same, and would wait for the same first one.
        List<Known> mixed = new ArrayList<>(due);
        Collections.shuffle(mixed, ThreadLocalRandom.current());
        return mixed.stream().flatMap(one -> take(one, TAKE_DUE).stream()).findFirst();
    }

    Optional<Turn> take(OrgId org, ErasureId id) {
        return take(new Known(org, id), TAKE);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(new OrgId(row.getString(1)), new ErasureId(row.getObject(2, UUID.class)));
    }

    private Optional<Turn> take(Known one, String sql) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .inTransaction(
                                        handle ->
                                                gate.enter(handle, one.org()) == Gate.Entry.OK
                                                        ? take(handle, one, sql)
                                                        : Optional.empty()));
    }

    private static Optional<Turn> take(Handle handle, Known one, String sql) {
        Query query =
                handle.createQuery(sql + TAKEN)
                        .bind("lease", LaneLease.seconds(Erasures.LEASE))
                        .bind("org", one.org().value())
                        .bind("id", one.id().value());
        return query.map((row, _) -> turn(row)).findOne();
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                new OrgId(row.getString("org_id")),
                LedgerRows.wish(row),
                row.getLong("attempt"),
                Words.read(ErasureState.class, row.getString("state")),
                Duration.ofMillis(row.getLong("age")));
    }
}
