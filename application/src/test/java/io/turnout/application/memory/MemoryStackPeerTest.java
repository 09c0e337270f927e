package io.turnout.application.memory;

import io.turnout.application.relocation.StackPeer;
import io.turnout.application.relocation.StackPeer.Message;
import io.turnout.application.relocation.StackPeer.Reply;
import io.turnout.application.relocation.StackPeerContract;
import io.turnout.domain.relocation.StackName;
import java.util.function.Function;

class MemoryStackPeerTest extends StackPeerContract {
    private static final StackName THERE = new StackName("there");

    @Override
    protected StackPeer peer(Function<Message, Reply.Answered> there) {
        return new MemoryStackPeer(THERE, there::apply);
    }

    @Override
    protected StackPeer nobody() {
        return new MemoryStackPeer(THERE, _ -> new Reply.NotReached());
    }

    @Override
    protected StackPeer mute() {
        return new MemoryStackPeer(THERE, _ -> new Reply.Unknown());
    }
}
