package io.turnout.adapters.postgres;

import io.turnout.adapters.postgres.AdmissionQueue.Turn;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.RegistrationId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Decides the requests of one org's turn in one transaction, in this order: enter, lock the rooms
/// in the order of their ids, then look, in later statements and so with a newer snapshot, for
/// keys and facts, then fold the rule over the requests, then write and commit. Nothing is
/// answered here: an answer follows the commit.
final class AdmissionBatch {
    private static final String ROOMS =
            "select "
                    + RoomRow.COLUMNS
                    + " from room where org_id = :org and room_id = any(:rooms)";
    private static final String LOCK = ROOMS + " order by room_id for update";

    private final Gate gate;

    AdmissionBatch(Gate gate) {
        this.gate = gate;
    }

    /// How a batch ended. `Kept` may hold nothing but refusals; then nothing was written.
    sealed interface Result {
        record Kept(Fold fold) implements Result {}

        record NotHere(Gate.Entry entry) implements Result {}
    }

    /// Decides and writes. Whoever is told `committing` knows that from then on nobody can be
    /// sure, until this returns.
    Result decide(Turn turn, Runnable committing) {
        return gate.jdbi()
                .inTransaction(
                        handle -> {
                            Gate.Entry entry = gate.enter(handle, turn.org());
                            if (entry == Gate.Entry.BUSY || entry == Gate.Entry.AWAY) {
                                return new Result.NotHere(entry);
                            }
                            Fold fold = look(handle, turn, LOCK);
                            turn.asks().forEach(fold::consider);
                            BatchWrite.write(handle, fold);
                            committing.run();
                            return new Result.Kept(fold);
                        });
    }

    /// How things stand for these requests, without a lock: good for refusals and repeats.
    Fold look(Turn turn) {
        return gate.jdbi().withHandle(handle -> look(handle, turn, ROOMS));
    }

    private static Fold look(Handle handle, Turn turn, String roomsSql) {
        Set<RoomId> rooms = new HashSet<>();
        Set<EventId> events = new HashSet<>();
        Set<HoldId> holds = new HashSet<>();
        Set<RegistrationId> registrations = new HashSet<>();
        for (Ask<?> ask : turn.asks()) {
            rooms.addAll(ask.task().rooms());
            events.add(ask.task().event());
            ask.task().hold().ifPresent(holds::add);
            ask.task().registration().ifPresent(registrations::add);
        }
        List<RoomRow> locked =
                handle.createQuery(roomsSql)
                        .bind("org", turn.org().value())
                        .bindArray("rooms", String.class, rooms.stream().map(RoomId::id).toList())
                        .map((row, _) -> RoomRow.read(row))
                        .list();
        List<KeyPrint> prints =
                turn.asks().stream().flatMap(ask -> ask.task().print().stream()).toList();
        Fold.Kept kept =
                new Fold.Kept(
                        KeyRows.read(handle, turn.org(), prints),
                        HoldRows.read(handle, turn.org(), holds),
                        RegistrationRows.read(handle, turn.org(), registrations));
        return new Fold(turn.org(), locked, Facts.read(handle, turn.org(), events), kept);
    }
}
