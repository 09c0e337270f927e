package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Cancellation;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.Invitation;
import io.turnout.domain.registration.Line;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Offer;
import io.turnout.domain.registration.Promotion;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.TendDecision;
import io.turnout.domain.registration.Waiter;
import io.turnout.domain.registration.WaitlistRule;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final FoldedKeys keys;
    private final Map<HoldId, Hold> holds;
    private final Map<RegistrationId, Registration> registrations;
    private final FoldedInvitations invitations;
    private final Map<EventId, FoldedLine> lines = new LinkedHashMap<>();
    private final int lineMax;
    private final Writes writes = new Writes();

    Fold(OrgId org, List<RoomRow> rows, Facts facts, Kept kept, int lineMax) {
        this.org = org;
        this.facts = facts;
        this.keys = new FoldedKeys(kept.keys(), writes);
        this.holds = kept.holds();
        this.registrations = kept.registrations();
        this.invitations = new FoldedInvitations(kept.invitations());
        for (RoomRow row : rows) {
            events.put(row.capacity().room(), row.event());
            before.put(row.capacity().room(), row.capacity());
            if (row.isEvent()) {
                lines.put(row.event(), new FoldedLine(row.event(), row.waiting(), row.lineDue()));
            }
        }
        rooms.putAll(before);
        this.lineMax = lineMax;
    }

    /// What the batch names and the tables have.
    record Kept(
            Map<ByteBuffer, KeyRows.Kept> keys,
            Map<HoldId, Hold> holds,
            Map<RegistrationId, Registration> registrations,
            Map<LinkId, Invitation> invitations) {}

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

    Collection<FoldedLine> lines() {
        return lines.values();
    }

    Optional<FoldedLine> line(EventId event) {
        return Optional.ofNullable(lines.get(event));
    }

    /// Those rooms of an event that are locked here, as they stand now.
    Map<RoomId, Capacity> rooms(EventId event) {
        Map<RoomId, Capacity> its = new HashMap<>();
        rooms.forEach(
                (id, room) -> {
                    if (event.equals(events.get(id))) {
                        its.put(id, room);
                    }
                });
        return its;
    }

    /// Whether anybody may be let in there.
    boolean open(EventId event) {
        Offer offer = facts.offers().get(event);
        return offer != null
                && offer.openAt(facts.now())
                && facts.license().filter(kept -> kept.activeAt(facts.now())).isPresent();
    }

    /// Asks the rule of one request without letting the others see the answer. True when the
    /// answer would change something, which is for a writer to do, or when only a writer knows.
    boolean wouldChange(Ask<?> ask) {
        boolean due = line(ask.task().event()).filter(FoldedLine::due).isPresent();
        return switch (ask.consider(standing(ask.task()))) {
            case Decision.Admitted _,
                    Decision.Waitlisted _,
                    HoldDecision.Held _,
                    CancelDecision.Cancelled _,
                    ReleaseDecision.Released _,
                    AcceptDecision.Accepted _,
                    TendDecision.Tended _ ->
                    true;
            case Decision.Full _, HoldDecision.Full _ -> due;
            default -> false;
        };
    }

    /// Asks the rule of one request, and of nothing else, whatever it answers.
    void look(Ask<?> ask) {
        var _ = ask.consider(standing(ask.task()));
    }

    /// Asks the rule of one request, and lets those behind it see the answer.
    void consider(Ask<?> ask) {
        Task task = ask.task();
        switch (ask.consider(standing(task))) {
            case Decision.Admitted admitted when task instanceof Task.Register register ->
                    keep(register, admitted);
            case Decision.Waitlisted waitlisted when task instanceof Task.Register register ->
                    keep(register, waitlisted);
            case AcceptDecision.Accepted(var accepted, var capacities) -> {
                put(capacities);
                change(accepted);
            }
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
                keys.earlier(task),
                task.hold().map(holds::get),
                task.registration().map(registrations::get),
                line(task.event())
                        .map(line -> new Line(line.waiting(), lineMax, line.due()))
                        .orElse(Line.NONE),
                invitations.of(task));
    }

    private void keep(Task.Register task, Decision.Admitted admitted) {
        put(admitted.capacities());
        admitted.usedHold().ifPresent(this::end);
        keep(task, admitted.registration());
    }

    private void keep(Task.Register task, Decision.Waitlisted waitlisted) {
        Registration registration = waitlisted.registration();
        keep(task, registration);
        registrations.put(registration.id(), registration);
        lineOf(registration).join(new Waiter(registration.id(), registration.demand()));
    }

    private void keep(Task.Register task, Registration registration) {
        Earlier became = new Earlier.SameRegistration(registration);
        keys.keep(task.keyPrint(), task.ticket(), became);
        writes.registered(task, registration, invitations.use(task, registration.id()));
    }

    private void keep(Task.Keep task, HoldDecision.Held held) {
        put(held.capacities());
        keys.keep(task.keyPrint(), task.ticket(), new Earlier.SameHold(held.hold()));
        holds.put(held.hold().id(), held.hold());
        writes.held(task, held.hold());
    }

    private void keep(CancelDecision.Cancelled cancelled) {
        Registration registration = cancelled.registration();
        Registration was = registrations.get(registration.id());
        if (was != null && was.status() == RegistrationStatus.WAITLISTED) {
            lineOf(registration).leave(registration.id());
        }
        put(cancelled.capacities());
        change(registration);
    }

    private void change(Registration registration) {
        registrations.put(registration.id(), registration);
        writes.changed(registration);
    }

    /// Ends an offer whose time ran out, unless one before in this batch ended it.
    void lapse(Registration offer) {
        Registration kept = registrations.getOrDefault(offer.id(), offer);
        if (kept.status() != RegistrationStatus.OFFERED) {
            return;
        }
        registrations.put(kept.id(), kept);
        CancelRequest request = new CancelRequest(org, kept.id());
        Task task = new Task.Cancel(request, kept.event(), kept.demand().seats().keySet());
        if (Cancellation.decide(request, standing(task))
                instanceof CancelDecision.Cancelled lapsed) {
            keep(lapsed);
        }
    }

    /// Holds seats for those who are offered them.
    void offer(FoldedLine line, Promotion promotion, WaitlistRule rule) {
        Offer event = facts.offers().get(line.event());
        if (event == null || promotion.offered().isEmpty()) {
            return;
        }
        Instant until = rule.until(event, facts.now());
        put(promotion.capacities());
        for (Waiter waiter : promotion.offered()) {
            line.leave(waiter.registration());
            registrations.computeIfPresent(
                    waiter.registration(), (_, waiting) -> waiting.offered(until));
            writes.offered(new Writes.Offered(waiter.registration(), line.event(), until));
        }
    }

    private FoldedLine lineOf(Registration registration) {
        return line(registration.event())
                .orElseThrow(() -> new IllegalStateException("no line: its event is not locked"));
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
        for (Capacity capacity : capacities) {
            Capacity was = rooms.put(capacity.room(), capacity);
            EventId event = events.get(capacity.room());
            if (was != null && event != null && inside(capacity) < inside(was)) {
                line(event).ifPresent(FoldedLine::stir);
            }
        }
    }

    private static int inside(Capacity room) {
        return room.held() + room.taken();
    }
}
