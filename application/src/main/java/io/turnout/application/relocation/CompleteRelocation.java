package io.turnout.application.relocation;

import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import java.util.Optional;
import java.util.OptionalLong;

/// An operator is content with a move: what is written is not journalled any more for the way back.
/// An org can be moved back nevertheless; all of it is compared then.
public final class CompleteRelocation {
    private final RelocationPorts ports;

    public CompleteRelocation(RelocationPorts ports) {
        this.ports = ports;
    }

    /// What came of it.
    public enum Outcome {
        COMPLETED,
        /// It did not move the org, or was completed before.
        NOTHING,
        /// Writers held the gate; ask again.
        GATE_BUSY
    }

    /// Empty where there is no such move.
    public Optional<Outcome> complete(RelocationId id, Hand hand) {
        return ports.relocations().find(id).map(one -> complete(one, hand));
    }

    private Outcome complete(Relocation one, Hand hand) {
        if (one.state() != Relocation.State.MOVED) {
            return Outcome.NOTHING;
        }
        var _ =
                ports.trail()
                        .append(
                                new Change(
                                                "relocation.complete",
                                                Optional.of(one.org()),
                                                one.id().toString())
                                        .by(hand));
        if (!endJournal(one)) {
            return Outcome.GATE_BUSY;
        }
        return ports.relocations().complete(one.id()) ? Outcome.COMPLETED : Outcome.NOTHING;
    }

    /// Whoever stops a journal is its mover: nobody else is at it then.
    private boolean endJournal(Relocation one) {
        Optional<StackStore> there =
                ports.stack(one.order().to())
                        .map(MovableStack::store)
                        .filter(
                                store ->
                                        store.home(one.org()).stream()
                                                .anyMatch(
                                                        home ->
                                                                home.stack()
                                                                        .equals(store.stack())));
        if (there.isEmpty() || ports.relocations().unfinished(one.org()).isPresent()) {
            return true;
        }
        OptionalLong mover = there.get().startJournal(one.org());
        mover.ifPresent(number -> there.get().stopJournal(one.org(), number));
        return mover.isPresent();
    }
}
