package io.turnout.adapters.http.crossing;

import io.turnout.application.relocation.StackPeer;
import io.turnout.application.relocation.StackStore;
import java.time.InstantSource;
import java.util.List;

/// What a door needs that stands beside those of other stacks.
public record CrossingPorts(
        StackStore store, List<StackPeer> peers, HopSeal seal, InstantSource clock) {
    public CrossingPorts {
        peers = List.copyOf(peers);
    }
}
