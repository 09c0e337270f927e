package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox.State;
import io.turnout.application.delivery.Reconciliations;
import io.turnout.domain.delivery.Drift;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.SentAttendee;
import io.turnout.domain.delivery.Tally;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.RegistrationStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Comparisons in memory: only those somebody asked for.
public final class MemoryReconciliations implements Reconciliations {
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Reason DELETED =
            new Reason("DELETED_IN_SALESFORCE", "Somebody deleted this record there.", List.of());

    private final MemoryStore store;
    private final InstantSource clock;
    private final Map<Key, Comparison> comparisons = new LinkedHashMap<>();

    MemoryReconciliations(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Key(OrgId org, EventId event) {}

    private static final class Comparison {
        private boolean wanted;
        private boolean counting = true;
        private String after = "";
        private long attempt;
        private long owed;
        private long deleted;
        private long strangers;
        private long calls;
        private Instant dueAt = Instant.MIN;
        private Optional<Instant> startedAt = Optional.empty();
        private Optional<Instant> endedAt = Optional.empty();
        private Optional<String> note = Optional.empty();
    }

    @Override
    public boolean want(OrgId org, EventId event) {
        synchronized (store) {
            if (!store.of(org).events.containsKey(event)) {
                return false;
            }
            Comparison comparison =
                    comparisons.computeIfAbsent(new Key(org, event), _ -> new Comparison());
            comparison.wanted = true;
            comparison.dueAt = clock.instant();
            return true;
        }
    }

    @Override
    public Optional<Turn> take() {
        synchronized (store) {
            Instant now = clock.instant();
            for (Map.Entry<Key, Comparison> entry : comparisons.entrySet()) {
                Comparison comparison = entry.getValue();
                if (comparison.wanted && !comparison.dueAt.isAfter(now)) {
                    comparison.attempt++;
                    comparison.dueAt = now.plus(LEASE);
                    comparison.startedAt = comparison.startedAt.or(() -> Optional.of(now));
                    return Optional.of(turn(entry.getKey(), comparison));
                }
            }
            return Optional.empty();
        }
    }

    private static Turn turn(Key key, Comparison comparison) {
        return new Turn(
                key.org(),
                key.event(),
                comparison.attempt,
                comparison.counting,
                true,
                comparison.after);
    }

    @Override
    public Tally tally(OrgId org, EventId event) {
        synchronized (store) {
            List<MemoryRow> sent =
                    rows(org, event).filter(row -> row.state() == State.SENT).toList();
            long confirmed =
                    sent.stream()
                            .filter(row -> row.owed().status() == RegistrationStatus.CONFIRMED)
                            .count();
            long cancelled =
                    sent.stream()
                            .filter(row -> row.owed().status() == RegistrationStatus.CANCELLED)
                            .count();
            return new Tally(confirmed, cancelled);
        }
    }

    private java.util.stream.Stream<MemoryRow> rows(OrgId org, EventId event) {
        return store.of(org).outbox.values().stream()
                .filter(row -> row.owed().event().equals(event));
    }

    @Override
    public List<SentAttendee> sent(Turn turn, Optional<String> last, int limit) {
        synchronized (store) {
            return rows(turn.org(), turn.event())
                    .map(MemoryReconciliations::sent)
                    .filter(row -> key(row).compareTo(turn.after()) > 0)
                    .filter(row -> last.map(end -> key(row).compareTo(end) <= 0).orElse(true))
                    .sorted(Comparator.comparing(MemoryReconciliations::key))
                    .limit(limit)
                    .toList();
        }
    }

    private static String key(SentAttendee row) {
        return row.id().toString();
    }

    private static SentAttendee sent(MemoryRow row) {
        return new SentAttendee(
                row.owed().id(),
                row.owed().status(),
                row.owed().place(),
                row.state() == State.SENT);
    }

    @Override
    public void found(Turn turn, Drift drift, Optional<String> next) {
        synchronized (store) {
            Comparison comparison = comparisons.get(new Key(turn.org(), turn.event()));
            if (comparison == null || comparison.attempt != turn.attempt()) {
                return;
            }
            MemoryStore.Tables tables = store.of(turn.org());
            drift.owed().forEach(id -> owe(tables, id));
            drift.deleted().forEach(id -> setAside(tables, id));
            comparison.owed += drift.owed().size();
            comparison.deleted += drift.deleted().size();
            comparison.strangers += drift.strangers();
            comparison.calls++;
            comparison.counting = next.isEmpty();
            comparison.after = next.orElse("");
            comparison.dueAt = clock.instant();
            comparison.wanted = next.isPresent();
            if (next.isEmpty()) {
                comparison.endedAt = Optional.of(clock.instant());
            }
        }
    }

    private void owe(MemoryStore.Tables tables, AttendeeId id) {
        var _ =
                tables.outbox.computeIfPresent(
                        id, (_, row) -> MemoryRow.owed(row.owed(), clock.instant()));
    }

    private static void setAside(MemoryStore.Tables tables, AttendeeId id) {
        var _ = tables.outbox.computeIfPresent(id, (_, row) -> row.setAside(DELETED));
    }

    @Override
    public void postpone(Turn turn, String why) {
        synchronized (store) {
            Comparison comparison = comparisons.get(new Key(turn.org(), turn.event()));
            if (comparison != null && comparison.attempt == turn.attempt()) {
                comparison.dueAt = clock.instant().plus(AGAIN);
                comparison.note = Optional.of(why);
            }
        }
    }

    @Override
    public List<View> views(OrgId org, int limit) {
        synchronized (store) {
            return comparisons.entrySet().stream()
                    .filter(entry -> entry.getKey().org().equals(org))
                    .limit(limit)
                    .map(entry -> view(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    private static View view(Key key, Comparison comparison) {
        return new View(
                key.event(),
                comparison.wanted,
                0,
                comparison.owed,
                comparison.deleted,
                comparison.strangers,
                comparison.calls,
                comparison.startedAt,
                comparison.endedAt,
                comparison.note);
    }
}
