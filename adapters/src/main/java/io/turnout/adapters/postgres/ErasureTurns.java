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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Who works on which erasure: taken by its attempt, and free again when the lease has run out.
final class ErasureTurns {
    private static final int ORGS = 16;
    private static final String DUE =
            """
            select erasure.org_id from erasure join org_home using (org_id)
            where state <> 'done' and due_at <= now()
            and (lease_until is null or lease_until <= now()) and home = :stack
            group by erasure.org_id order by min(due_at), min(asked_at) limit :limit
            """;
    private static final String TAKE =
            """
            update erasure set attempt = attempt + 1,
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            from mine where erasure.org_id = :org and erasure.erasure_id = mine.erasure_id
            returning erasure.org_id, erasure.erasure_id, asked_at, email_digest, attempt, state,
                extract(epoch from clock_timestamp() - asked_at) * 1000 as age
            """;

    /// Whoever looks at the same moment takes others.
    private static final String TAKE_DUE =
            """
            with mine as materialized (
                select erasure_id from erasure
                where org_id = :org and state <> 'done' and due_at <= now()
                and (lease_until is null or lease_until <= now())
                order by due_at, asked_at limit :limit for update skip locked
            )
            """
                    + TAKE;
    private static final String TAKE_ONE =
            """
            with mine as materialized (
                select erasure_id from erasure
                where org_id = :org and erasure_id = :id and state <> 'done' for update
            )
            """
                    + TAKE;

    private final Gate gate;

    ErasureTurns(Gate gate) {
        this.gate = gate;
    }

    List<Turn> take() {
        List<OrgId> due =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(DUE)
                                                .bind("stack", gate.stack())
                                                .bind("limit", ORGS)
                                                .map((row, _) -> new OrgId(row.getString(1)))
                                                .list());
        // Many of one org hold up no other, and whoever looks at the same moment begins elsewhere.
        List<OrgId> mixed = new ArrayList<>(due);
        Collections.shuffle(mixed, ThreadLocalRandom.current());
        return mixed.stream()
                .map(this::takeDue)
                .filter(turns -> !turns.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Turn> takeDue(OrgId org) {
        return take(org, handle -> handle.createQuery(TAKE_DUE).bind("limit", Erasures.TURNS_MAX));
    }

    Optional<Turn> take(OrgId org, ErasureId id) {
        return take(org, handle -> handle.createQuery(TAKE_ONE).bind("id", id.value())).stream()
                .findFirst();
    }

    private List<Turn> take(OrgId org, Function<Handle, Query> query) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .inTransaction(
                                        handle ->
                                                gate.enter(handle, org) == Gate.Entry.OK
                                                        ? taken(org, query.apply(handle))
                                                        : List.of()));
    }

    private static List<Turn> taken(OrgId org, Query query) {
        return query.bind("lease", LaneLease.seconds(Erasures.LEASE))
                .bind("org", org.value())
                .map((row, _) -> turn(row))
                .list();
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
