package io.turnout.application.memory;

import io.turnout.application.scaling.SessionAffinity;
import io.turnout.domain.cloud.Answer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// A front that is not there.
public final class MemorySessionAffinity implements SessionAffinity {
    private final AtomicBoolean on = new AtomicBoolean();

    @Override
    public Answer<Boolean> isOn() {
        return new Answer.Done<>(on.get());
    }

    @Override
    public Answer<Boolean> turn(boolean wanted) {
        on.set(wanted);
        return isOn();
    }

    @Override
    public Set<String> cookies() {
        return Set.of();
    }
}
