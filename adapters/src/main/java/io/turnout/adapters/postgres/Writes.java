package io.turnout.adapters.postgres;

import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.Registration;
import java.util.ArrayList;
import java.util.List;

/// What a batch decided, in the order it was decided: all that has to be written but the counts.
final class Writes {
    private final List<Registered> registered = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final List<Registration> cancelled = new ArrayList<>();
    private final List<Hold> ended = new ArrayList<>();

    record Registered(Task.Register task, Registration registration) {}

    record Held(Task.Keep task, Hold hold) {}

    void registered(Task.Register task, Registration registration) {
        registered.add(new Registered(task, registration));
    }

    void held(Task.Keep task, Hold hold) {
        held.add(new Held(task, hold));
    }

    void cancelled(Registration registration) {
        cancelled.add(registration);
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

    List<Registration> cancelled() {
        return cancelled;
    }

    List<Hold> ended() {
        return ended;
    }

    boolean none() {
        return registered.isEmpty() && held.isEmpty() && cancelled.isEmpty() && ended.isEmpty();
    }
}
