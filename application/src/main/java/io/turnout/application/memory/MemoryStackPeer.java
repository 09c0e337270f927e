package io.turnout.application.memory;

import io.turnout.application.relocation.StackPeer;
import io.turnout.domain.relocation.StackName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
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

    @Override
    public Optional<Reply> stream(Message head, Body body, Receiver receiver) {
        try {
            Reply reply =
                    there.apply(
                            new Message(
                                    head.method(),
                                    head.path(),
                                    head.host(),
                                    head.headers(),
                                    body.bytes().readAllBytes()));
            if (reply instanceof Reply.Answered answer) {
                receiver.answered(
                        answer.status(), answer.headers(), new ByteArrayInputStream(answer.body()));
                return Optional.empty();
            }
            return Optional.of(reply);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
