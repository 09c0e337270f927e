package io.turnout.adapters.postgres;

import io.turnout.application.erasure.Erasures;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.RegistrationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// Forgetting in PostgreSQL. The database's clock says what was kept before somebody asked.
public final class PostgresErasures implements Erasures {
    private static final String UNSENT =
            Sought.SOUGHT
                    + """
                    select count(*) from sought
                    join attendee a on a.org_id = :org and a.email_digest = sought.finder
                    join registration r on r.org_id = :org
                        and r.registration_id = a.registration_id
                        and r.created_at <= sought.asked_at
                    join outbox o on o.org_id = :org and o.attendee_id = a.attendee_id
                    where o.state = 'waiting'
                    """;
    private static final String OURS =
            """
            select erasure_id, erased from erasure
            join unnest(cast(:ids as uuid[]), cast(:attempts as bigint[]))
                as turn (erasure_id, attempt) using (erasure_id, attempt)
            where org_id = :org and state <> 'done' order by erasure_id for update of erasure
            """;
    private static final String SETTLE =
            """
            update erasure set state = 'settling', erased = :erased, lease_until = null,
                due_at = now() + make_interval(secs => :pause)
            where org_id = :org and erasure_id = :id
            """;
    private static final String DONE =
            """
            update erasure set state = 'done', erased = :erased, lease_until = null,
                email_digest = ''
            where org_id = :org and erasure_id = :id
            """;
    private static final String POSTPONE =
            """
            update erasure set lease_until = null, due_at = now() + make_interval(secs => :pause)
            from unnest(cast(:ids as uuid[]), cast(:attempts as bigint[])) as turn (id, attempt)
            where org_id = :org and erasure_id = turn.id and erasure.attempt = turn.attempt
            and state <> 'done'
            """;

    private final Gate gate;
    private final Vault vault;
    private final ErasureWishes wishes;
    private final ErasureTurns turns;
    private final ErasureViews views;

    /// @param vault tells what people are found by
    public PostgresErasures(Gate gate, Vault vault) {
        this.gate = gate;
        this.vault = vault;
        this.wishes = new ErasureWishes(gate);
        this.turns = new ErasureTurns(gate);
        this.views = new ErasureViews(gate);
    }

    @Override
    public Asking ask(OrgId org, ErasureId id, byte[] digest) {
        return wishes.ask(org, id, digest);
    }

    @Override
    public boolean askAgain(LedgerEntry done) {
        return wishes.askAgain(done);
    }

    @Override
    public List<Turn> take() {
        return turns.take();
    }

    @Override
    public Optional<Turn> take(OrgId org, ErasureId id) {
        return turns.take(org, id);
    }

    @Override
    public List<Alone> alone(List<Turn> some, int limit) {
        Sought sought = Sought.of(vault, some);
        return gate.jdbi()
                .withHandle(
                        handle ->
                                sought.bind(handle.createQuery(ErasureSweep.ALONE))
                                        .bind("limit", limit)
                                        .map(
                                                (row, _) ->
                                                        new Alone(
                                                                new RegistrationId(
                                                                        row.getObject(
                                                                                1, UUID.class)),
                                                                new ErasureId(
                                                                        row.getObject(
                                                                                2, UUID.class))))
                                        .list());
    }

    @Override
    public int unsent(Turn turn) {
        Sought sought = Sought.of(vault, List.of(turn));
        return gate.jdbi()
                .withHandle(
                        handle ->
                                sought.bind(handle.createQuery(UNSENT)).mapTo(Integer.class).one());
    }

    @Override
    public void sweep(List<Turn> some) {
        var _ =
                swept(
                        some,
                        (handle, erased) -> {
                            settle(handle, some.getFirst().org(), erased);
                            return List.of();
                        });
    }

    @Override
    public List<LedgerEntry> finish(List<Turn> some, Map<ErasureId, LedgerEntry> known) {
        return swept(some, (handle, erased) -> written(handle, some, erased, known));
    }

    /// Erases, and does the rest in the same transaction, for those turns that nobody else has by
    /// now; neither when it is too early, and then they can be taken again at once.
    private List<LedgerEntry> swept(
            List<Turn> some, BiFunction<Handle, Map<ErasureId, Erased>, List<LedgerEntry>> rest) {
        return Patience.with(
                () -> {
                    List<LedgerEntry> entries = new ArrayList<>();
                    var _ =
                            gate.tryWrite(
                                    some.getFirst().org(),
                                    handle -> entries.addAll(swept(handle, some, rest)));
                    return entries;
                });
    }

    private List<LedgerEntry> swept(
            Handle handle,
            List<Turn> some,
            BiFunction<Handle, Map<ErasureId, Erased>, List<LedgerEntry>> rest) {
        Map<ErasureId, Erased> before = ours(handle, some);
        List<Turn> ours =
                some.stream().filter(turn -> before.containsKey(turn.wish().id())).toList();
        if (ours.isEmpty()) {
            return List.of();
        }
        Optional<Map<ErasureId, Erased>> swept = ErasureSweep.sweep(handle, Sought.of(vault, ours));
        if (swept.isEmpty()) {
            postpone(handle, ours, Duration.ZERO);
            return List.of();
        }
        swept.get().forEach((wish, more) -> before.merge(wish, more, Erased::plus));
        return rest.apply(handle, before);
    }

    private static Map<ErasureId, Erased> ours(Handle handle, List<Turn> some) {
        Map<ErasureId, Erased> ours = new HashMap<>();
        turns(handle.createQuery(OURS), some)
                .map(
                        (row, _) ->
                                Map.entry(
                                        new ErasureId(row.getObject(1, UUID.class)),
                                        LedgerRows.erased(row)))
                .forEach(one -> ours.put(one.getKey(), one.getValue()));
        return ours;
    }

    private static <S extends SqlStatement<S>> S turns(S statement, List<Turn> some) {
        return statement
                .bind("org", some.getFirst().org().value())
                .bindArray(
                        "ids",
                        UUID.class,
                        some.stream().map(turn -> turn.wish().id().value()).toList())
                .bindArray("attempts", Long.class, some.stream().map(Turn::attempt).toList());
    }

    private static void settle(Handle handle, OrgId org, Map<ErasureId, Erased> erased) {
        PreparedBatch rows = handle.prepareBatch(SETTLE);
        erased.forEach(
                (id, counts) -> {
                    var _ = rows.bind("pause", LaneLease.seconds(SETTLING));
                    add(rows, org, id, counts);
                });
        int[] _ = rows.execute();
    }

    private static void add(PreparedBatch rows, OrgId org, ErasureId id, Erased erased) {
        var _ =
                rows.bindArray("erased", Integer.class, LedgerRows.counts(erased))
                        .bind("org", org.value())
                        .bind("id", id.value())
                        .add();
    }

    private static List<LedgerEntry> written(
            Handle handle,
            List<Turn> some,
            Map<ErasureId, Erased> erased,
            Map<ErasureId, LedgerEntry> known) {
        OrgId org = some.getFirst().org();
        List<LedgerEntry> entries =
                LedgerRows.add(handle, org, end -> entries(end, some, erased, known));
        PreparedBatch rows = handle.prepareBatch(DONE);
        entries.forEach(entry -> add(rows, org, entry.what().id(), entry.erased()));
        int[] _ = rows.execute();
        return entries;
    }

    private static List<LedgerEntry> entries(
            LedgerRows.End end,
            List<Turn> some,
            Map<ErasureId, Erased> erased,
            Map<ErasureId, LedgerEntry> known) {
        List<LedgerEntry> entries = new ArrayList<>();
        AuditHead head = end.head();
        for (Turn turn : some) {
            Erased counts = erased.get(turn.wish().id());
            if (counts != null) {
                LedgerEntry old = known.get(turn.wish().id());
                LedgerEntry entry =
                        old != null && old.follows(head)
                                ? old
                                : LedgerEntry.after(
                                        head, turn.org(), end.now(), turn.wish(), counts);
                entries.add(entry);
                head = entry.head();
            }
        }
        return entries;
    }

    @Override
    public void postpone(List<Turn> some, Duration pause) {
        Patience.run(
                () -> {
                    var _ =
                            gate.tryWrite(
                                    some.getFirst().org(), handle -> postpone(handle, some, pause));
                });
    }

    private static void postpone(Handle handle, List<Turn> some, Duration pause) {
        int _ =
                turns(handle.createUpdate(POSTPONE), some)
                        .bind("pause", LaneLease.seconds(pause))
                        .execute();
    }

    @Override
    public Optional<Progress> find(OrgId org, ErasureId id) {
        return views.find(org, id);
    }

    @Override
    public List<Progress> find(ErasureId id, int limit) {
        return views.find(id, limit);
    }

    @Override
    public List<Progress> latest(Optional<Mark> before, int limit) {
        return views.latest(before, limit);
    }

    @Override
    public List<OrgId> orgs(Optional<OrgId> after, int limit) {
        return views.orgs(after, limit);
    }
}
