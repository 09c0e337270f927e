package io.turnout.adapters.postgres;

import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a batch decided, in the order it was decided: all that has to be written but the counts.
final class Writes {
    private final List<Registered> registered = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();
    private final List<Offered> offered = new ArrayList<>();
    private final List<Registration> changed = new ArrayList<>();
    private final List<Hold> ended = new ArrayList<>();

    /// `use` is that of the link it came by.
    record Registered(Task.Register task, Registration registration, Optional<Integer> use) {}

    record Used(KeyPrint ticket, Earlier became) {}

    record Offered(RegistrationId registration, EventId event, Instant until) {}

    record Held(Task.Keep task, Hold hold) {}

    void registered(Task.Register task, Registration registration, Optional<Integer> use) {
        registered.add(new Registered(task, registration, use));
    }

    void held(Task.Keep task, Hold hold) {
        held.add(new Held(task, hold));
    }

    void used(KeyPrint ticket, Earlier became) {
        used.add(new Used(ticket, became));
    }

    void offered(Offered offer) {
        offered.add(offer);
    }

    /// Accepted or given up.
    void changed(Registration registration) {
        changed.add(registration);
    }

    void ended(Hold hold) {
        ended.add(hold);
    }

    List<Registered> registered() {
        return registered;
    }

    List<Held> held() {
        return held;
    }

    List<Used> used() {
        return used;
    }

    List<Offered> offered() {
        return offered;
    }

    List<Registration> changed() {
        return changed;
    }

    List<Hold> ended() {
        return ended;
    }

    boolean none() {
        return registered.isEmpty()
                && held.isEmpty()
                && offered.isEmpty()
                && changed.isEmpty()
                && ended.isEmpty();
    }
}
