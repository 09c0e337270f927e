package io.turnout.application.relocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Proof;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.relocation.Stay;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every keeper of moves promises.
public abstract class RelocationsContract {
    private static final StackName HERE = new StackName("here");
    private static final StackName THERE = new StackName("there");
    private static final Moved MOVED =
            new Moved.There(
                    new Home(THERE, 7),
                    true,
                    Duration.ofMillis(55),
                    3,
                    Optional.of(new Proof(1_234, "5eed")));
    private static final Moved STAYED = new Moved.Stayed(Stay.IN_THE_WAY, "vanity_host");

    protected abstract Relocations relocations();

    private static Relocation.Order order(OrgId org) {
        return new Relocation.Order(new RelocationId(UUID.randomUUID()), org, HERE, THERE, "op-1");
    }

    private Relocation.Order asked() {
        Relocation.Order order = order(Ids.org());
        assertThat(relocations().ask(order)).isTrue();
        return order;
    }

    private Relocation one(Relocation.Order order) {
        return relocations().find(order.id()).orElseThrow();
    }

    @Test
    void what_is_asked_for_is_kept_once() {
        Relocation.Order order = asked();

        assertThat(relocations().ask(order)).isTrue();
        assertThat(one(order).order()).isEqualTo(order);
        assertThat(one(order).state()).isEqualTo(Relocation.State.ASKED);
        assertThat(one(order).outcome()).isEmpty();
        assertThat(relocations().newest(Relocations.LISTED_MAX))
                .filteredOn(one -> one.org().equals(order.org()))
                .hasSize(1);
    }

    @Test
    void an_org_has_one_move_that_is_not_finished() {
        Relocation.Order first = asked();
        Relocation.Order second = order(first.org());

        assertThat(relocations().ask(second)).isFalse();
        assertThat(relocations().find(second.id())).isEmpty();
        assertThat(relocations().unfinished(first.org()).orElseThrow().order()).isEqualTo(first);
        relocations().end(first.id(), STAYED);
        assertThat(relocations().unfinished(first.org())).isEmpty();
        assertThat(relocations().ask(second)).isTrue();
    }

    @Test
    void who_asked_first_comes_first() {
        Relocation.Order first = asked();
        Relocation.Order second = asked();

        Relocation next = relocations().next(1).getFirst();
        while (!next.order().equals(first)) {
            // Left by others in the same storage.
            assertThat(next.order()).isNotEqualTo(second);
            relocations().end(next.id(), STAYED);
            next = relocations().next(1).getFirst();
        }
        assertThat(relocations().next(2))
                .extracting(Relocation::order)
                .containsExactly(first, second);
        relocations().end(first.id(), MOVED);
        assertThat(relocations().next(1).getFirst().order()).isEqualTo(second);
    }

    @Test
    void of_each_org_the_move_that_was_asked_for_last_is_told() {
        Relocation.Order once = asked();
        relocations().reach(once.id(), Phase.COPYING, 3, 1);
        relocations().end(once.id(), STAYED);
        Relocation.Order again = order(once.org());
        assertThat(relocations().ask(again)).isTrue();
        relocations().reach(again.id(), Phase.COPYING, 5, 2);
        Relocation.Order other = asked();

        Map<OrgId, Relocation> latest = relocations().latest();

        assertThat(latest.get(once.org())).isEqualTo(one(again));
        assertThat(latest.get(other.org())).isEqualTo(one(other));
    }

    @Test
    void steps_are_kept_and_one_that_begins_anew_forgets_what_came_after() {
        Relocation.Order order = asked();
        relocations().reach(order.id(), Phase.COPYING, 0, 0);
        relocations().reach(order.id(), Phase.COPYING, 10, 2);
        relocations().reach(order.id(), Phase.VERIFYING, 12, 1);

        assertThat(one(order).state()).isEqualTo(Relocation.State.MOVING);
        assertThat(one(order).steps())
                .extracting(Relocation.Step::phase, Relocation.Step::rows)
                .containsExactly(tuple(Phase.COPYING, 10L), tuple(Phase.VERIFYING, 12L));
        relocations().reach(order.id(), Phase.COPYING, 1, 0);
        assertThat(one(order).steps())
                .extracting(Relocation.Step::phase)
                .containsExactly(Phase.COPYING);
    }

    @Test
    void how_it_ended_stays() {
        Relocation.Order order = asked();

        relocations().end(order.id(), STAYED);
        relocations().end(order.id(), MOVED);
        relocations().reach(order.id(), Phase.FREEZING, 1, 1);

        assertThat(one(order).outcome()).isEqualTo(Optional.of(STAYED));
        assertThat(one(order).state()).isEqualTo(Relocation.State.STAYED);
        assertThat(one(order).steps()).isEmpty();
        assertThat(relocations().complete(order.id())).isFalse();
    }

    @Test
    void what_moved_is_completed_once() {
        Relocation.Order order = asked();
        assertThat(relocations().complete(order.id())).isFalse();

        relocations().end(order.id(), MOVED);

        assertThat(one(order).outcome()).isEqualTo(Optional.of(MOVED));
        assertThat(relocations().complete(order.id())).isTrue();
        assertThat(relocations().complete(order.id())).isFalse();
        assertThat(one(order).state()).isEqualTo(Relocation.State.COMPLETED);
        assertThat(one(order).outcome()).isEqualTo(Optional.of(MOVED));
    }

    @Test
    void only_what_is_not_finished_can_be_halted() {
        Relocation.Order order = asked();
        assertThat(relocations().isHalted(order.id())).isFalse();

        assertThat(relocations().halt(order.id())).isTrue();

        assertThat(relocations().isHalted(order.id())).isTrue();
        relocations().end(order.id(), STAYED);
        assertThat(relocations().halt(order.id())).isFalse();
        assertThat(relocations().halt(new RelocationId(UUID.randomUUID()))).isFalse();
    }
}
