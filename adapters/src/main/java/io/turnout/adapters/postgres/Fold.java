package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.Standing;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Folds the rule over the requests of a batch: each one sees the rooms, keys and holds as those
/// before it left them. It remembers what has to be written, and writes nothing itself.
final class Fold {
    private final OrgId org;
    private final Facts facts;
    private final Map<RoomId, EventId> events = new HashMap<>();
    private final Map<RoomId, Capacity> before = new HashMap<>();
    private final Map<RoomId, Capacity> rooms = new HashMap<>();
    private final Map<ByteBuffer, KeyRows.Kept> keys;
    private final Map<HoldId, Hold> holds;
    private final Map<RegistrationId, Registration> registrations;
    private final Writes writes = new Writes();

    Fold(OrgId org, List<RoomRow> rows, Facts facts, Kept kept) {
        this.org = org;
        this.facts = facts;
        this.keys = kept.keys();
        this.holds = kept.holds();
        this.registrations = kept.registrations();
        for (RoomRow row : rows) {
            events.put(row.capacity().room(), row.event());
            before.put(row.capacity().room(), row.capacity());
        }
        rooms.putAll(before);
    }

    /// What the batch names and the tables have.
    record Kept(
            Map<ByteBuffer, KeyRows.Kept> keys,
            Map<HoldId, Hold> holds,
            Map<RegistrationId, Registration> registrations) {}

    OrgId org() {
        return org;
    }

    Writes writes() {
        return writes;
    }

    Map<RoomId, Capacity> before() {
        return before;
    }

    Map<RoomId, Capacity> after() {
        return rooms;
    }

    /// Asks the rule of one request without letting the others see the answer. True when the
    /// answer would change something, which is for a writer to do.
    boolean wouldChange(Ask<?> ask) {
        return switch (ask.consider(standing(ask.task()))) {
            case Decision.Admitted _,
                    HoldDecision.Held _,
                    CancelDecision.Cancelled _,
                    ReleaseDecision.Released _ ->
                    true;
            default -> false;
        };
    }

    /// Asks the rule of one request, and lets those behind it see the answer.
    void consider(Ask<?> ask) {
        Task task = ask.task();
        switch (ask.consider(standing(task))) {
            case Decision.Admitted admitted when task instanceof Task.Register register ->
                    keep(register, admitted);
            case HoldDecision.Held held when task instanceof Task.Keep keep -> keep(keep, held);
            case CancelDecision.Cancelled cancelled -> keep(cancelled);
            case ReleaseDecision.Released released -> keep(released);
            default -> {
                // A refusal or a repeat changes nothing.
            }
        }
    }

    private Standing standing(Task task) {
        Map<RoomId, Capacity> seen = new HashMap<>();
        for (RoomId room : task.rooms()) {
            Capacity capacity = rooms.get(room);
            if (capacity != null && task.event().equals(events.get(room))) {
                seen.put(room, capacity);
            }
        }
        return new Standing(
                facts.now(),
                Optional.ofNullable(facts.offers().get(task.event())),
                facts.license(),
                seen,
                task.print().map(this::earlier).orElseGet(Earlier.Nothing::new),
                task.hold().map(holds::get),
                task.registration().map(registrations::get));
    }

    private Earlier earlier(KeyPrint print) {
        KeyRows.Kept kept = keys.get(print.key());
        return kept == null ? new Earlier.Nothing() : kept.seenBy(print);
    }

    private void keep(Task.Register task, Decision.Admitted admitted) {
        put(admitted.capacities());
        admitted.usedHold().ifPresent(this::end);
        KeyPrint print = task.keyPrint();
        Registration registration = admitted.registration();
        keys.put(
                print.key(),
                new KeyRows.Kept(print.request(), new Earlier.SameRegistration(registration)));
        writes.registered(task, registration);
    }

    private void keep(Task.Keep task, HoldDecision.Held held) {
        put(held.capacities());
        KeyPrint print = task.keyPrint();
        keys.put(print.key(), new KeyRows.Kept(print.request(), new Earlier.SameHold(held.hold())));
        holds.put(held.hold().id(), held.hold());
        writes.held(task, held.hold());
    }

    private void keep(CancelDecision.Cancelled cancelled) {
        put(cancelled.capacities());
        registrations.put(cancelled.registration().id(), cancelled.registration());
        writes.cancelled(cancelled.registration());
    }

    private void keep(ReleaseDecision.Released released) {
        put(released.capacities());
        end(released.hold());
    }

    private void end(Hold hold) {
        holds.put(hold.id(), hold);
        writes.ended(hold);
    }

    private void put(List<Capacity> capacities) {
        capacities.forEach(capacity -> rooms.put(capacity.room(), capacity));
    }
}
