package io.turnout.application.relocation;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.SoleWriter;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What moving orgs needs of the outside.
///
/// @param stacks this one first, where there are others
/// @param rest lets a moment pass before something is tried again
public record RelocationPorts(
        Relocations relocations,
        List<MovableStack> stacks,
        Movers movers,
        AuditTrail trail,
        InstantSource clock,
        Runnable rest) {
    public RelocationPorts {
        stacks = List.copyOf(stacks);
    }

    /// Who moves.
    ///
    /// @param atOnce how many orgs are moved at once, over all instances
    /// @param turns lets one instance at a time do a move
    /// @param homing lets one instance at a time ask for the moves that flags want
    public record Movers(int atOnce, Function<RelocationId, SoleWriter> turns, SoleWriter homing) {
        /// More would only wait for the same two databases.
        public static final int AT_ONCE_MAX = 4;

        public Movers {
            if (atOnce < 1 || atOnce > AT_ONCE_MAX) {
                throw new IllegalArgumentException("1 to " + AT_ONCE_MAX + " move at once");
            }
        }
    }

    public Optional<MovableStack> stack(StackName name) {
        return stacks.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
