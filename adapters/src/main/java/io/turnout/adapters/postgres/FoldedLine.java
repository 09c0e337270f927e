package io.turnout.adapters.postgres;

import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.Waiter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The line before one event, as a batch leaves it: who joined it and who is gone since the tables
/// were read. It is `due` while seats may be free that those in it were not offered.
final class FoldedLine {
    private static final double AT_ONCE = -1;
    private static final double AT_REST = 600;

    private final EventId event;
    private final int before;
    private final List<Waiter> joined = new ArrayList<>();
    private final Set<RegistrationId> gone = new HashSet<>();
    private int waiting;
    private boolean due;
    private boolean touched;
    private boolean asked;

    FoldedLine(EventId event, int waiting, boolean due) {
        this.event = event;
        this.before = waiting;
        this.waiting = waiting;
        this.due = due && waiting > 0;
        this.touched = this.due;
    }

    EventId event() {
        return event;
    }

    int waiting() {
        return waiting;
    }

    /// How many more wait than before.
    int more() {
        return waiting - before;
    }

    /// Nobody waited before this batch.
    boolean isNew() {
        return before == 0;
    }

    boolean due() {
        return due && waiting > 0;
    }

    /// Whether the line can be asked: not again in a batch that has offered all it may, or in which
    /// nobody may be let in.
    boolean mayBeAsked() {
        return due() && !asked;
    }

    boolean touched() {
        return touched;
    }

    void join(Waiter waiter) {
        joined.add(waiter);
        waiting++;
        touched = true;
    }

    void leave(RegistrationId registration) {
        gone.add(registration);
        waiting--;
        touched = true;
    }

    /// Seats came back.
    void stir() {
        due = true;
        touched |= waiting > 0;
    }

    /// All that was free was offered.
    void settled() {
        due = false;
    }

    /// It stays due: as many were offered seats as one batch may, or nobody may be let in now.
    void unsettled() {
        asked = true;
    }

    /// In how many seconds it is to be asked again, below nought for at once.
    double secondsToRest() {
        return due() ? AT_ONCE : AT_REST;
    }

    Set<RegistrationId> gone() {
        return gone;
    }

    /// Who joined in this batch and still waits, in their order.
    List<Waiter> joined() {
        return joined.stream().filter(one -> !gone.contains(one.registration())).toList();
    }
}
