package io.turnout.application.homing;

import io.turnout.application.flags.FlagPorts;
import io.turnout.application.registration.IdSource;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.application.rollout.RolloutPorts;
import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.homing.Errand;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks for the moves that flags want: whom a plan has reached is moved in its own night, one after
/// the other; whom it took back comes back at once. The first that stays where it was stops the
/// plan. It asks only; where an org may be written is what its stacks say.
public final class BringOrgsHome {
    private final FlagPorts flags;
    private final RolloutPorts rollouts;
    private final RelocationPorts relocations;
    private final IdSource ids;

    public BringOrgsHome(
            FlagPorts flags, RolloutPorts rollouts, RelocationPorts relocations, IdSource ids) {
        this.flags = flags;
        this.rollouts = rollouts;
        this.relocations = relocations;
        this.ids = ids;
    }

    /// One look at all orgs, unless another instance is at it.
    public void bring() {
        boolean wanted = flags.known().stream().anyMatch(flag -> flag.home().isPresent());
        if (wanted) {
            boolean _ = relocations.movers().homing().alone(this::look);
        }
    }

    private void look() {
        Optional<Sight> sight = Sight.now(flags, rollouts, relocations);
        sight.ifPresent(this::act);
    }

    private void act(Sight sight) {
        List<Sight.Going> going = new ArrayList<>();
        for (OrgId org : sight.orgs()) {
            switch (sight.errand(org)) {
                case Errand.Rest() -> {}
                case Errand.Halt(var move) -> halt(org, move);
                case Errand.ComeBack(var move) -> comeBack(move);
                case Errand.Stop(var why) -> sight.stop(org, why);
                case Errand.Go go -> going.add(sight.going(org, go));
            }
        }
        sight.due(going).forEach(this::go);
    }

    private void go(Sight.Going one) {
        ask(
                new Relocation.Order(
                        id(), one.org(), one.go().from(), one.go().to(), Errand.asker(one.flag())),
                "relocation.begin");
    }

    private void comeBack(Relocation move) {
        Relocation.Order order = move.order();
        String by = order.askedBy();
        ask(
                Errand.isThere(move)
                        ? order.back(id(), by)
                        : new Relocation.Order(id(), order.org(), order.from(), order.to(), by),
                "relocation.roll-back");
    }

    private RelocationId id() {
        return new RelocationId(ids.next());
    }

    /// Where somebody else has just asked for another move, that is done.
    private void ask(Relocation.Order order, String action) {
        record(
                new Change(action, Optional.of(order.org()), order.id().toString())
                        .value("stack", Optional.of(order.from()), Optional.of(order.to())),
                order.askedBy());
        boolean _ = relocations.relocations().ask(order);
    }

    private void halt(OrgId org, RelocationId move) {
        if (!relocations.relocations().isHalted(move)) {
            record(
                    new Change("relocation.roll-back", Optional.of(org), move.toString()),
                    Sight.MOVER);
            boolean _ = relocations.relocations().halt(move);
        }
    }

    private void record(Change change, String actor) {
        var _ = relocations.trail().append(change.by(new Hand(actor, "")));
    }
}
