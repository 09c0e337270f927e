package io.turnout.application.relocation;

import io.turnout.domain.relocation.StackName;
import java.util.List;

/// The stacks between which this one moves orgs, this one first. One alone has nobody to move to.
public final class ListStacks {
    private final RelocationPorts ports;

    public ListStacks(RelocationPorts ports) {
        this.ports = ports;
    }

    public List<StackName> list() {
        return ports.stacks().stream().map(MovableStack::name).toList();
    }
}
