package io.turnout.application.relocation;

import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import java.util.Optional;

/// An operator wants an org where it was. A move that has ended is done the other way, with all
/// that was written since; one that has not is ended, if there is still time.
public final class RollBackRelocation {
    private final RelocationPorts ports;

    public RollBackRelocation(RelocationPorts ports) {
        this.ports = ports;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The move the other way was asked for.
        record Asked(Relocation relocation) implements Outcome {}

        /// The mover was told to stop.
        record Stopping(Relocation relocation) implements Outcome {}

        /// The org stayed where it was, or another move of it is not finished.
        record Nothing() implements Outcome {}
    }

    /// `back` is the id of the move the other way. Empty where there is no such move.
    public Optional<Outcome> rollBack(RelocationId id, RelocationId back, Hand hand) {
        return ports.relocations().find(id).map(one -> rollBack(one, back, hand));
    }

    private Outcome rollBack(Relocation one, RelocationId back, Hand hand) {
        if (one.state() == Relocation.State.STAYED) {
            return new Outcome.Nothing();
        }
        var _ =
                ports.trail()
                        .append(
                                new Change(
                                                "relocation.roll-back",
                                                Optional.of(one.org()),
                                                one.id().toString())
                                        .value(
                                                "stack",
                                                Optional.of(one.order().to()),
                                                Optional.of(one.order().from()))
                                        .by(hand));
        if (!one.isFinished() && ports.relocations().halt(one.id())) {
            return new Outcome.Stopping(one);
        }
        Relocation.Order order = one.order().back(back, hand.actor());
        return ports.relocations().ask(order)
                ? ports.relocations()
                        .find(back)
                        .<Outcome>map(Outcome.Asked::new)
                        .orElseGet(Outcome.Nothing::new)
                : new Outcome.Nothing();
    }
}
