package io.turnout.application.relocation;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.SoleWriter;
import io.turnout.domain.relocation.StackName;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What moving orgs needs of the outside.
///
/// @param stacks this one first, where there are others
/// @param sole lets one instance at a time move
/// @param rest lets a moment pass before something is tried again
public record RelocationPorts(
        Relocations relocations,
        List<MovableStack> stacks,
        SoleWriter sole,
        AuditTrail trail,
        InstantSource clock,
        Runnable rest) {
    public RelocationPorts {
        stacks = List.copyOf(stacks);
    }

    Optional<MovableStack> stack(StackName name) {
        return stacks.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
