package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.erasure.Erasures;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.erasure.LedgerEntry.Wish;
import io.turnout.domain.event.Event;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Forgetting in memory, where nothing is sealed and every org is at home.
public final class MemoryErasures implements Erasures {
    private final MemoryStore store;
    private final InstantSource clock;
    private final MemoryVault vault;

    MemoryErasures(MemoryStore store, InstantSource clock, MemoryVault vault) {
        this.store = store;
        this.clock = clock;
        this.vault = vault;
    }

    @Override
    public Asking ask(OrgId org, ErasureId id, byte[] digest) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            long waiting =
                    tables.erasures.values().stream()
                            .filter(one -> one.state() != ErasureState.DONE)
                            .count();
            if (waiting >= WAITING_MAX && !tables.erasures.containsKey(id)) {
                return Asking.FULL;
            }
            keep(tables, org, Wish.of(id, clock.instant(), digest));
            return Asking.KEPT;
        }
    }

    private void keep(MemoryStore.Tables tables, OrgId org, Wish wish) {
        var _ =
                tables.erasures.putIfAbsent(
                        wish.id(), MemoryErasure.asked(org, wish, clock.instant()));
    }

    @Override
    public boolean askAgain(LedgerEntry done) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(done.org());
            ErasureId id = done.what().id();
            if (tables.ledger.stream().anyMatch(entry -> entry.what().id().equals(id))) {
                return false;
            }
            keep(tables, done.org(), done.what());
            return true;
        }
    }

    @Override
    public List<Turn> take() {
        synchronized (store) {
            Instant now = clock.instant();
            List<MemoryErasure> due =
                    store.orgs.values().stream()
                            .flatMap(org -> org.erasures.values().stream())
                            .filter(one -> one.isDue(now))
                            .sorted(Comparator.comparing(MemoryErasure::due))
                            .toList();
            return due.stream()
                    .filter(one -> one.org().equals(due.getFirst().org()))
                    .limit(TURNS_MAX)
                    .map(this::taken)
                    .toList();
        }
    }

    @Override
    public Optional<Turn> take(OrgId org, ErasureId id) {
        synchronized (store) {
            return Optional.ofNullable(store.of(org).erasures.get(id))
                    .filter(one -> one.state() != ErasureState.DONE)
                    .map(this::taken);
        }
    }

    private Turn taken(MemoryErasure one) {
        MemoryErasure taken = one.taken(clock.instant().plus(LEASE));
        put(taken);
        return taken.turn(clock.instant());
    }

    private void put(MemoryErasure one) {
        var _ = store.of(one.org()).erasures.put(one.wish().id(), one);
    }

    private Optional<MemoryErasure> held(Turn turn) {
        return Optional.ofNullable(store.of(turn.org()).erasures.get(turn.wish().id()))
                .filter(one -> one.attempt() == turn.attempt())
                .filter(one -> one.state() != ErasureState.DONE);
    }

    private MemoryForgetting forgetting(Turn turn) {
        return new MemoryForgetting(store.of(turn.org()), vault, turn, clock.instant());
    }

    @Override
    public List<Alone> alone(List<Turn> turns, int limit) {
        synchronized (store) {
            return turns.stream()
                    .flatMap(
                            turn ->
                                    forgetting(turn)
                                            .registrations()
                                            .filter(one -> holdsSeats(one, turns))
                                            .map(one -> new Alone(one.id(), turn.wish().id())))
                    .limit(limit)
                    .toList();
        }
    }

    private boolean holdsSeats(Registration one, List<Turn> turns) {
        MemoryStore.Tables org = store.of(turns.getFirst().org());
        return one.status() != RegistrationStatus.CANCELLED
                && isAhead(org.events.get(one.event()))
                && one.seats().stream()
                        .map(Seat::attendee)
                        .allMatch(
                                seat ->
                                        org.erased.containsKey(seat)
                                                || turns.stream()
                                                        .map(this::forgetting)
                                                        .anyMatch(who -> who.isThem(seat, one)));
    }

    private boolean isAhead(@org.jspecify.annotations.Nullable Event event) {
        return event != null && event.endsAt().isAfter(clock.instant());
    }

    @Override
    public int unsent(Turn turn) {
        synchronized (store) {
            MemoryStore.Tables org = store.of(turn.org());
            return (int)
                    forgetting(turn).attendees().stream()
                            .flatMap(id -> Stream.ofNullable(org.outbox.get(id)))
                            .filter(row -> row.state() == Outbox.State.WAITING)
                            .count();
        }
    }

    @Override
    public void sweep(List<Turn> turns) {
        synchronized (store) {
            for (Turn turn : leftAll(turns)) {
                Erased erased = forgetting(turn).forget();
                Instant due = clock.instant().plus(SETTLING);
                held(turn).ifPresent(one -> put(one.next(ErasureState.SETTLING, erased, due)));
            }
        }
    }

    @Override
    public List<LedgerEntry> finish(List<Turn> turns, Map<ErasureId, LedgerEntry> known) {
        synchronized (store) {
            return leftAll(turns).stream()
                    .map(
                            turn ->
                                    finish(
                                            held(turn).orElseThrow(),
                                            forgetting(turn).forget(),
                                            Optional.ofNullable(known.get(turn.wish().id()))))
                    .toList();
        }
    }

    /// Those still held; nobody, when some of them hold seats again.
    private List<Turn> leftAll(List<Turn> turns) {
        List<Turn> held = turns.stream().filter(turn -> held(turn).isPresent()).toList();
        if (alone(held, 1).isEmpty()) {
            return held;
        }
        postpone(held, Duration.ZERO);
        return List.of();
    }

    private LedgerEntry finish(MemoryErasure one, Erased more, Optional<LedgerEntry> known) {
        List<LedgerEntry> ledger = store.of(one.org()).ledger;
        AuditHead head = ledger.isEmpty() ? AuditHead.NONE : ledger.getLast().head();
        MemoryErasure done = one.next(ErasureState.DONE, more, one.due());
        LedgerEntry entry =
                known.filter(old -> old.follows(head))
                        .orElseGet(
                                () ->
                                        LedgerEntry.after(
                                                head,
                                                one.org(),
                                                clock.instant(),
                                                one.wish(),
                                                done.erased()));
        put(done);
        ledger.add(entry);
        return entry;
    }

    @Override
    public void postpone(List<Turn> turns, Duration pause) {
        synchronized (store) {
            Instant due = clock.instant().plus(pause);
            for (Turn turn : turns) {
                held(turn).ifPresent(one -> put(one.next(one.state(), Erased.NOTHING, due)));
            }
        }
    }

    @Override
    public Optional<Progress> find(OrgId org, ErasureId id) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return Optional.ofNullable(tables.erasures.get(id)).map(one -> one.progress(tables));
        }
    }

    @Override
    public List<Progress> find(ErasureId id, int limit) {
        synchronized (store) {
            return store.orgs.values().stream()
                    .filter(org -> org.erasures.containsKey(id))
                    .map(org -> org.erasures.get(id).progress(org))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Progress> latest(Optional<Mark> before, int limit) {
        synchronized (store) {
            return store.orgs.values().stream()
                    .flatMap(org -> org.erasures.values().stream().map(one -> one.progress(org)))
                    .filter(
                            one ->
                                    before.isEmpty()
                                            || Mark.ORDER.compare(one.mark(), before.get()) < 0)
                    .sorted(Comparator.comparing(Progress::mark, Mark.ORDER).reversed())
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<OrgId> orgs(Optional<OrgId> after, int limit) {
        synchronized (store) {
            return store.orgs.keySet().stream()
                    .filter(
                            org ->
                                    after.isEmpty()
                                            || org.value().compareTo(after.get().value()) > 0)
                    .sorted(Comparator.comparing(OrgId::value))
                    .limit(limit)
                    .toList();
        }
    }
}
