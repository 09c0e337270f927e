package io.turnout.adapters.postgres;

import io.turnout.adapters.postgres.AdmissionQueue.Turn;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.WaitlistRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Decides the requests of one org's turn in one transaction, in this order: enter, lock the rooms
/// in the order of their ids, then look, in later statements and so with a newer snapshot, for
/// keys and facts, then fold the rule over the requests, and over those in line as seats come
/// back, then write and commit. Nothing is answered here: an answer follows the commit.
final class AdmissionBatch {
    private static final String SELECT = "select " + RoomRow.COLUMNS + " from room ";
    private static final String ROOMS = SELECT + "where org_id = :org and room_id = any(:rooms)";
    private static final String LOCK = ROOMS + " order by room_id for update";
    private static final String LOCK_WHOLE =
            SELECT
                    + "where org_id = :org and (room_id = any(:rooms) or event_id = any(:whole))"
                    + " order by room_id for update";

    private final Gate gate;
    private final WaitlistRule rule;

    AdmissionBatch(Gate gate, WaitlistRule rule) {
        this.gate = gate;
        this.rule = rule;
    }

    /// How a batch ended. `Kept` may hold nothing but refusals; then nothing was written.
    sealed interface Result {
        record Kept(Fold fold) implements Result {}

        record NotHere(Gate.Entry entry) implements Result {}
    }

    /// Decides and writes. Whoever is told `committing` knows that from then on nobody can be
    /// sure, until this returns.
    Result decide(Turn turn, Runnable committing) {
        Set<EventId> whole = new HashSet<>();
        turn.asks().stream()
                .map(Ask::task)
                .filter(Task.Tend.class::isInstance)
                .forEach(task -> whole.add(task.event()));
        while (true) {
            Set<EventId> wider = new HashSet<>();
            Optional<Result> result = decide(turn, whole, wider, committing);
            if (result.isPresent()) {
                return result.get();
            }
            whole.addAll(wider);
        }
    }

    /// Seats that may be offered to those in a line are of any of its event's rooms. Where only
    /// the locked row of the event tells that there is such a line, nothing is decided, and all of
    /// it is locked from the start: `wider` are those events.
    private Optional<Result> decide(
            Turn turn, Set<EventId> whole, Set<EventId> wider, Runnable committing) {
        return gate.jdbi()
                .inTransaction(
                        handle -> {
                            Gate.Entry entry = gate.enter(handle, turn.org());
                            if (entry == Gate.Entry.BUSY || entry == Gate.Entry.AWAY) {
                                return Optional.of(new Result.NotHere(entry));
                            }
                            List<RoomRow> locked = lock(handle, turn, whole);
                            wider.addAll(lines(turn, locked));
                            if (!whole.containsAll(wider)) {
                                return Optional.empty();
                            }
                            Fold fold = look(handle, turn, locked);
                            LineKeeper lines = new LineKeeper(handle, fold, whole, rule);
                            turn.asks().forEach(lines::hear);
                            lines.serveAll();
                            BatchWrite.write(handle, fold);
                            committing.run();
                            return Optional.of(new Result.Kept(fold));
                        });
    }

    private static List<RoomRow> lock(Handle handle, Turn turn, Set<EventId> whole) {
        if (whole.isEmpty()) {
            return rooms(handle.createQuery(LOCK), turn);
        }
        List<String> events = whole.stream().map(EventId::value).toList();
        return rooms(handle.createQuery(LOCK_WHOLE).bindArray("whole", String.class, events), turn);
    }

    /// The events in whose lines seats may have to be offered now.
    private static Set<EventId> lines(Turn turn, List<RoomRow> locked) {
        Set<EventId> freed = new HashSet<>();
        turn.asks().stream()
                .map(Ask::task)
                .filter(Task::frees)
                .forEach(task -> freed.add(task.event()));
        Set<EventId> lines = new HashSet<>();
        for (RoomRow room : locked) {
            boolean asked = room.lineDue() || freed.contains(room.event());
            if (room.isEvent() && room.waiting() > 0 && asked) {
                lines.add(room.event());
            }
        }
        return lines;
    }

    /// How things stand for these requests, without a lock: good for refusals and repeats.
    Fold look(Turn turn) {
        return gate.jdbi()
                .withHandle(handle -> look(handle, turn, rooms(handle.createQuery(ROOMS), turn)));
    }

    private static List<RoomRow> rooms(Query query, Turn turn) {
        Set<String> rooms = new HashSet<>();
        turn.asks().forEach(ask -> ask.task().rooms().forEach(room -> rooms.add(room.id())));
        return query.bind("org", turn.org().value())
                .bindArray("rooms", String.class, rooms)
                .map((row, _) -> RoomRow.read(row))
                .list();
    }

    private Fold look(Handle handle, Turn turn, List<RoomRow> rooms) {
        Set<EventId> events = new HashSet<>();
        Set<HoldId> holds = new HashSet<>();
        Set<RegistrationId> registrations = new HashSet<>();
        Set<LinkId> links = new HashSet<>();
        for (Ask<?> ask : turn.asks()) {
            events.add(ask.task().event());
            ask.task().hold().ifPresent(holds::add);
            ask.task().registration().ifPresent(registrations::add);
            ask.task().link().ifPresent(links::add);
        }
        List<KeyPrint> prints =
                turn.asks().stream()
                        .map(Ask::task)
                        .flatMap(
                                task ->
                                        Stream.concat(
                                                task.print().stream(), task.ticket().stream()))
                        .toList();
        Fold.Kept kept =
                new Fold.Kept(
                        KeyRows.read(handle, turn.org(), prints),
                        HoldRows.read(handle, turn.org(), holds),
                        RegistrationRows.read(handle, turn.org(), registrations),
                        InvitationRows.read(handle, turn.org(), links));
        Facts facts = Facts.read(handle, turn.org(), events);
        return new Fold(turn.org(), rooms, facts, kept, rule.max());
    }
}
