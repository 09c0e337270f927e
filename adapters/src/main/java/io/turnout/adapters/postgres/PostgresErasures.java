package io.turnout.adapters.postgres;

import io.turnout.application.erasure.Erasures;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.RegistrationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/// Forgetting in PostgreSQL. The database's clock says what was kept before somebody asked.
public final class PostgresErasures implements Erasures {
    private static final String UNSENT =
            """
            select count(*) from attendee a
            join registration r on r.org_id = a.org_id and r.registration_id = a.registration_id
            join outbox o on o.org_id = a.org_id and o.attendee_id = a.attendee_id
            where a.org_id = :org and a.email_digest = any(:finders) and r.created_at <= :asked
            and o.state = 'waiting'
            """;
    private static final String OURS =
            """
            select erased from erasure where org_id = :org and erasure_id = :id
            and attempt = :attempt and state <> 'done' for update
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
            where org_id = :org and erasure_id = :id and attempt = :attempt and state <> 'done'
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
    public Optional<Turn> take() {
        return turns.take();
    }

    @Override
    public Optional<Turn> take(OrgId org, ErasureId id) {
        return turns.take(org, id);
    }

    @Override
    public List<RegistrationId> alone(Turn turn, int limit) {
        Map<Integer, byte[]> finders = finders(turn);
        return gate.jdbi()
                .withHandle(
                        handle ->
                                ErasureSweep.theirs(
                                                handle.createQuery(ErasureSweep.ALONE),
                                                turn,
                                                finders)
                                        .bind("limit", limit)
                                        .map(
                                                (row, _) ->
                                                        new RegistrationId(
                                                                row.getObject(1, UUID.class)))
                                        .list());
    }

    @Override
    public int unsent(Turn turn) {
        Map<Integer, byte[]> finders = finders(turn);
        return gate.jdbi()
                .withHandle(
                        handle ->
                                ErasureSweep.theirs(handle.createQuery(UNSENT), turn, finders)
                                        .mapTo(Integer.class)
                                        .one());
    }

    private Map<Integer, byte[]> finders(Turn turn) {
        return vault.finders(turn.org(), turn.wish().bytes());
    }

    @Override
    public void sweep(Turn turn) {
        var _ =
                swept(
                        turn,
                        (handle, erased) -> {
                            settle(handle, turn, erased);
                            return Optional.of(erased);
                        });
    }

    /// Erases, and does the rest in the same transaction; neither when somebody else has the turn
    /// by now, and when it is too early it can be taken again at once.
    private <T> Optional<T> swept(Turn turn, BiFunction<Handle, Erased, Optional<T>> rest) {
        Map<Integer, byte[]> finders = finders(turn);
        return Patience.with(
                () -> {
                    AtomicReference<Optional<T>> done = new AtomicReference<>(Optional.empty());
                    var _ =
                            gate.tryWrite(
                                    turn.org(),
                                    handle -> done.set(swept(handle, turn, finders, rest)));
                    return done.get();
                });
    }

    private static <T> Optional<T> swept(
            Handle handle,
            Turn turn,
            Map<Integer, byte[]> finders,
            BiFunction<Handle, Erased, Optional<T>> rest) {
        Optional<Erased> before = ours(handle, turn);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Optional<Erased> swept = ErasureSweep.sweep(handle, turn, finders);
        if (swept.isEmpty()) {
            postpone(handle, turn, Duration.ZERO);
            return Optional.empty();
        }
        return rest.apply(handle, before.get().plus(swept.get()));
    }

    private static Optional<Erased> ours(Handle handle, Turn turn) {
        return handle.createQuery(OURS)
                .bind("org", turn.org().value())
                .bind("id", turn.wish().id().value())
                .bind("attempt", turn.attempt())
                .map((row, _) -> LedgerRows.erased(row))
                .findOne();
    }

    private static void settle(Handle handle, Turn turn, Erased erased) {
        int _ =
                handle.createUpdate(SETTLE)
                        .bindArray("erased", Integer.class, LedgerRows.counts(erased))
                        .bind("pause", LaneLease.seconds(SETTLING))
                        .bind("org", turn.org().value())
                        .bind("id", turn.wish().id().value())
                        .execute();
    }

    @Override
    public Optional<LedgerEntry> finish(Turn turn, Optional<LedgerEntry> known) {
        return swept(turn, (handle, erased) -> Optional.of(written(handle, turn, erased, known)));
    }

    private static LedgerEntry written(
            Handle handle, Turn turn, Erased erased, Optional<LedgerEntry> known) {
        LedgerEntry entry =
                LedgerRows.add(
                        handle,
                        turn.org(),
                        end ->
                                known.filter(old -> old.follows(end.head()))
                                        .orElseGet(
                                                () ->
                                                        LedgerEntry.after(
                                                                end.head(),
                                                                turn.org(),
                                                                end.now(),
                                                                turn.wish(),
                                                                erased)));
        int _ =
                handle.createUpdate(DONE)
                        .bindArray("erased", Integer.class, LedgerRows.counts(entry.erased()))
                        .bind("org", turn.org().value())
                        .bind("id", turn.wish().id().value())
                        .execute();
        return entry;
    }

    @Override
    public void postpone(Turn turn, Duration pause) {
        Patience.run(
                () -> {
                    var _ = gate.tryWrite(turn.org(), handle -> postpone(handle, turn, pause));
                });
    }

    private static void postpone(Handle handle, Turn turn, Duration pause) {
        int _ =
                handle.createUpdate(POSTPONE)
                        .bind("pause", LaneLease.seconds(pause))
                        .bind("org", turn.org().value())
                        .bind("id", turn.wish().id().value())
                        .bind("attempt", turn.attempt())
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
    public List<OrgId> orgs(Optional<OrgId> after, int limit) {
        return views.orgs(after, limit);
    }
}
