package io.turnout.application.scaling;

import io.turnout.domain.cloud.Answer;
import java.util.Optional;

/// Has the cloud's front do with visitors as the settings say. Every instance may do it at any
/// time.
public final class KeepAffinity {
    private final Front front;

    public KeepAffinity(Front front) {
        this.front = front;
    }

    /// Whether it is on now, or why nobody knows; empty where nothing had to be done.
    public Optional<Answer<Boolean>> keep() {
        return switch (front.policy()) {
            case AS_IT_IS -> Optional.empty();
            case STICKY -> turn(true);
            case FREE -> turn(false);
        };
    }

    private Optional<Answer<Boolean>> turn(boolean on) {
        return front.affinity().isOn().equals(new Answer.Done<>(on))
                ? Optional.empty()
                : Optional.of(front.affinity().turn(on));
    }
}
