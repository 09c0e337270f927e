package io.turnout.application.memory;

import io.turnout.application.relocation.StackPeer;
import io.turnout.domain.relocation.StackName;
import java.util.function.Function;

/// Another stack that is a function.
public final class MemoryStackPeer implements StackPeer {
    private final StackName stack;
    private final Function<Message, Reply> there;

    public MemoryStackPeer(StackName stack, Function<Message, Reply> there) {
        this.stack = stack;
        this.there = there;
    }

    @Override
    public StackName stack() {
        return stack;
    }

    @Override
    public Reply send(Message message) {
        return there.apply(message);
    }
}
