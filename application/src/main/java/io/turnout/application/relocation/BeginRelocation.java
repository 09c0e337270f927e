package io.turnout.application.relocation;

import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import java.util.Optional;

/// An operator asks for an org to be moved. An instance of this stack will begin soon.
public final class BeginRelocation {
    private final RelocationPorts ports;

    public BeginRelocation(RelocationPorts ports) {
        this.ports = ports;
    }

    /// What came of it.
    public sealed interface Outcome {
        record Asked(Relocation relocation) implements Outcome {}

        /// Another move of it is not finished.
        record Unfinished(Relocation other) implements Outcome {}

        /// No stack of that name has a database that this one knows.
        record NoSuchStack() implements Outcome {}

        /// This stack never heard of the org.
        record NoSuchOrg() implements Outcome {}

        /// It is there already.
        record AlreadyThere() implements Outcome {}

        /// It is at home at a stack whose database this one does not know.
        record OutOfReach(Home home) implements Outcome {}
    }

    public Outcome begin(RelocationId id, OrgId org, StackName to, Hand hand) {
        Optional<Home> home =
                ports.stacks().stream().findFirst().flatMap(here -> here.store().home(org));
        if (ports.stack(to).isEmpty()) {
            return new Outcome.NoSuchStack();
        }
        if (home.isEmpty()) {
            return new Outcome.NoSuchOrg();
        }
        StackName from = home.get().stack();
        if (from.equals(to)) {
            return new Outcome.AlreadyThere();
        }
        return ports.stack(from).isEmpty()
                ? new Outcome.OutOfReach(home.get())
                : ask(new Relocation.Order(id, org, from, to, hand.actor()), hand);
    }

    private Outcome ask(Relocation.Order order, Hand hand) {
        Optional<Relocation> other = ports.relocations().unfinished(order.org());
        if (other.isPresent()) {
            return new Outcome.Unfinished(other.get());
        }
        var _ =
                ports.trail()
                        .append(
                                new Change(
                                                "relocation.begin",
                                                Optional.of(order.org()),
                                                order.id().toString())
                                        .value(
                                                "stack",
                                                Optional.of(order.from()),
                                                Optional.of(order.to()))
                                        .by(hand));
        boolean kept = ports.relocations().ask(order);
        return (kept
                        ? ports.relocations().find(order.id())
                        : ports.relocations().unfinished(order.org()))
                .<Outcome>map(one -> kept ? new Outcome.Asked(one) : new Outcome.Unfinished(one))
                .orElseThrow();
    }
}
