package io.turnout.application.relocation;

import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.Stay;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/// Does the moves that were asked for, as many at once as may be, each on one instance. One
/// whose mover died is begun anew by whoever comes next.
public final class RunRelocations {
    private final RelocationPorts ports;
    private final BiFunction<MoveOrg.Way, MoveOrg.Watch, Moved> mover;

    /// @param mover moves one org
    public RunRelocations(
            RelocationPorts ports, BiFunction<MoveOrg.Way, MoveOrg.Watch, Moved> mover) {
        this.ports = ports;
        this.mover = mover;
    }

    /// Whether there was one. Throws where a stack's storage cannot be reached; then it is begun
    /// anew the next time.
    public boolean run() {
        // Whoever is moved was one of the first, and stays so: never more are.
        for (Relocation one : ports.relocations().next(ports.movers().atOnce())) {
            if (isDone(one.id())) {
                return true;
            }
        }
        return false;
    }

    /// False where another instance is at it, or has done it.
    private boolean isDone(RelocationId id) {
        AtomicBoolean done = new AtomicBoolean();
        boolean alone =
                ports.movers()
                        .turns()
                        .apply(id)
                        .alone(
                                () ->
                                        ports.relocations()
                                                .find(id)
                                                .filter(one -> !one.isFinished())
                                                .ifPresent(
                                                        one -> {
                                                            end(one);
                                                            done.set(true);
                                                        }));
        return alone && done.get();
    }

    private void end(Relocation one) {
        ports.relocations().end(one.id(), move(one));
    }

    private Moved move(Relocation one) {
        Optional<MovableStack> from = ports.stack(one.order().from());
        Optional<MovableStack> to = ports.stack(one.order().to());
        if (from.isEmpty() || to.isEmpty()) {
            return new Moved.Stayed(Stay.NOT_AT_HOME, "the settings name that stack no more");
        }
        Optional<Home> home = from.get().store().home(one.org());
        if (home.filter(now -> now.stack().equals(to.get().name())).isPresent()) {
            return released(one, to.get().store(), home.get());
        }
        if (ports.relocations().isHalted(one.id())) {
            return new Moved.Stayed(Stay.STOPPED, "");
        }
        MoveOrg.Way way =
                new MoveOrg.Way(
                        one.org(), from.get().store(), to.get().store(), from.get().to(to.get()));
        return mover.apply(way, new Progress(one.id(), ports));
    }

    /// A mover came so far that the org was let go, and no further.
    private static Moved released(Relocation one, StackStore there, Home home) {
        boolean _ = there.activate(one.org(), home.epoch());
        return new Moved.There(home, true, Duration.ZERO, 0, Optional.empty());
    }

    /// Whoever asked sees how far it is, and may stop it.
    private record Progress(RelocationId id, RelocationPorts ports) implements MoveOrg.Watch {
        @Override
        public void at(Phase phase, long rows, long backlog) {
            ports.relocations().reach(id, phase, rows, backlog);
        }

        @Override
        public boolean rest() {
            ports.rest().run();
            return !ports.relocations().isHalted(id);
        }
    }
}
