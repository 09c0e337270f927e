package io.turnout.application.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.contract.Ids;
import io.turnout.application.flags.SoleWriter;
import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryKeyManagement;
import io.turnout.application.memory.MemoryMovers;
import io.turnout.application.memory.MemoryRelocations;
import io.turnout.application.memory.MemoryStackStore;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.relocation.Stay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Operators who move orgs, with everything in memory.
class RelocationScenarioTest {
    private static final InstantSource NOON = () -> Instant.parse("2026-11-22T12:00:00Z");
    private static final StackName HERE = new StackName("here");
    private static final StackName THERE = new StackName("there");
    private static final Hand SOMEBODY = new Hand("op-1", "request-1");
    private static final Table TABLE = new Table("registration", "number");
    private static final RowKey ROW = new RowKey("registration", List.of("1"));

    private final OrgId org = Ids.org();
    private final MemoryStackStore here = new MemoryStackStore(HERE, List.of(TABLE));
    private final MemoryStackStore there = new MemoryStackStore(THERE, List.of(TABLE));
    private final MemoryAuditTrail trail = new MemoryAuditTrail(NOON);
    private final MemoryRelocations relocations = new MemoryRelocations(NOON);
    private final MemoryMovers movers = new MemoryMovers();
    private Runnable meanwhile = () -> {};
    private final RelocationUseCases desk = desk(1);

    private RelocationUseCases desk(int atOnce) {
        return RelocationUseCases.over(
                new RelocationPorts(
                        relocations,
                        List.of(
                                new MovableStack(here, new MemoryKeyManagement()),
                                new MovableStack(there, new MemoryKeyManagement())),
                        movers.of(atOnce),
                        trail,
                        NOON,
                        () -> meanwhile.run()));
    }

    private static RelocationId id() {
        return new RelocationId(UUID.randomUUID());
    }

    private Relocation asked(StackName to) {
        here.welcome(org);
        here.enter(org).orElseThrow().commit(Map.of(ROW, Optional.of("ada")));
        var outcome = desk.begin().begin(id(), org, to, SOMEBODY);
        assertThat(outcome).isInstanceOf(BeginRelocation.Outcome.Asked.class);
        return ((BeginRelocation.Outcome.Asked) outcome).relocation();
    }

    private Relocation now(Relocation one) {
        return desk.show().show(one.id()).orElseThrow();
    }

    @Test
    void an_org_that_is_asked_to_move_is_moved_and_who_asked_is_recorded() {
        Relocation asked = asked(THERE);
        assertThat(asked.state()).isEqualTo(Relocation.State.ASKED);

        assertThat(desk.run().run()).isTrue();

        assertThat(now(asked).state()).isEqualTo(Relocation.State.MOVED);
        assertThat(now(asked).steps()).isNotEmpty();
        assertThat(there.home(org)).contains(new Home(THERE, 2));
        assertThat(there.rows(org).read(List.of(ROW))).hasSize(1);
        assertThat(desk.run().run()).isFalse();
        assertThat(trail.read(AuditTrail.Query.after(0, 10)))
                .extracting(one -> one.entry().action() + " " + one.entry().actor())
                .containsExactly("relocation.begin op-1");
    }

    @Test
    void a_move_is_rolled_back_with_what_was_written_since() {
        Relocation asked = asked(THERE);
        assertThat(desk.run().run()).isTrue();
        there.enter(org).orElseThrow().commit(Map.of(ROW, Optional.of("bob")));

        var outcome = desk.rollBack().rollBack(asked.id(), id(), SOMEBODY).orElseThrow();
        assertThat(outcome).isInstanceOf(RollBackRelocation.Outcome.Asked.class);
        assertThat(desk.run().run()).isTrue();

        assertThat(here.home(org)).contains(new Home(HERE, 3));
        assertThat(here.rows(org).read(List.of(ROW)))
                .extracting(StoredRow::content)
                .containsExactly("bob");
        assertThat(desk.list().list())
                .extracting(Relocation::state)
                .containsExactly(Relocation.State.MOVED, Relocation.State.MOVED);
    }

    @Test
    void a_move_that_nobody_has_begun_is_stopped() {
        Relocation asked = asked(THERE);

        var outcome = desk.rollBack().rollBack(asked.id(), id(), SOMEBODY).orElseThrow();
        assertThat(outcome).isInstanceOf(RollBackRelocation.Outcome.Stopping.class);
        assertThat(desk.run().run()).isTrue();

        assertThat(now(asked).outcome()).contains(new Moved.Stayed(Stay.STOPPED, ""));
        assertThat(here.home(org)).contains(new Home(HERE, 1));
        assertThat(desk.rollBack().rollBack(asked.id(), id(), SOMEBODY))
                .contains(new RollBackRelocation.Outcome.Nothing());
    }

    @Test
    void a_move_is_stopped_while_it_waits_for_writers() {
        Relocation asked = asked(THERE);
        MemoryStackStore.Write writer = here.enter(org).orElseThrow();
        meanwhile = () -> assertThat(relocations.halt(asked.id())).isTrue();

        assertThat(desk.run().run()).isTrue();

        writer.end();
        assertThat(now(asked).outcome()).contains(new Moved.Stayed(Stay.STOPPED, ""));
        assertThat(here.look(org)).isEqualTo(MemoryStackStore.Gate.OK);
    }

    @Test
    void where_a_mover_died_after_it_let_go_the_next_one_ends_it() {
        Relocation asked = asked(THERE);
        assertThat(there.startCopy(org, new Home(HERE, 1))).isPresent();
        here.freeze(org, here.startJournal(org).orElseThrow()).orElseThrow().release(THERE);

        assertThat(desk.run().run()).isTrue();

        assertThat(there.home(org)).contains(new Home(THERE, 2));
        assertThat(now(asked).state()).isEqualTo(Relocation.State.MOVED);
    }

    @Test
    void two_instances_do_not_move_at_once() {
        Relocation asked = asked(THERE);

        boolean alone =
                movers.turn(asked.id())
                        .alone(
                                () -> {
                                    assertThat(desk.run().run()).isFalse();
                                });

        assertThat(alone).isTrue();
        assertThat(now(asked).state()).isEqualTo(Relocation.State.ASKED);
    }

    @Test
    void no_more_orgs_move_at_once_than_may_over_all_instances() {
        Relocation first = asked(THERE);
        OrgId other = Ids.org();
        here.welcome(other);
        assertThat(desk.begin().begin(id(), other, THERE, SOMEBODY))
                .isInstanceOf(BeginRelocation.Outcome.Asked.class);

        boolean alone =
                movers.turn(first.id())
                        .alone(
                                () -> {
                                    assertThat(desk.run().run()).isFalse();
                                    assertThat(desk(2).run().run()).isTrue();
                                });

        assertThat(alone).isTrue();
        assertThat(here.home(org)).contains(new Home(HERE, 1));
        assertThat(here.home(other)).contains(new Home(THERE, 2));
    }

    @Test
    void what_another_instance_has_done_meanwhile_is_not_done_again() {
        Relocation asked = asked(THERE);
        Moved stayed = new Moved.Stayed(Stay.GATE_BUSY, "");
        RelocationPorts late =
                new RelocationPorts(
                        relocations,
                        List.of(
                                new MovableStack(here, new MemoryKeyManagement()),
                                new MovableStack(there, new MemoryKeyManagement())),
                        new RelocationPorts.Movers(
                                1, id -> afterThat(() -> relocations.end(id, stayed)), _ -> true),
                        trail,
                        NOON,
                        () -> {});

        assertThat(RelocationUseCases.over(late).run().run()).isFalse();

        assertThat(now(asked).outcome()).contains(stayed);
        assertThat(here.home(org)).contains(new Home(HERE, 1));
    }

    private static SoleWriter afterThat(Runnable first) {
        return work -> {
            first.run();
            work.run();
            return true;
        };
    }

    @Test
    void a_move_is_asked_for_where_it_makes_sense_and_once() {
        assertThat(desk.begin().begin(id(), org, THERE, SOMEBODY))
                .isEqualTo(new BeginRelocation.Outcome.NoSuchOrg());
        Relocation asked = asked(THERE);

        assertThat(desk.begin().begin(id(), org, THERE, SOMEBODY))
                .isEqualTo(new BeginRelocation.Outcome.Unfinished(asked));
        assertThat(desk.begin().begin(id(), org, HERE, SOMEBODY))
                .isEqualTo(new BeginRelocation.Outcome.AlreadyThere());
        assertThat(desk.begin().begin(id(), org, new StackName("nowhere"), SOMEBODY))
                .isEqualTo(new BeginRelocation.Outcome.NoSuchStack());
    }

    @Test
    void a_move_that_is_completed_journals_nothing_more() {
        Relocation asked = asked(THERE);
        assertThat(desk.complete().complete(asked.id(), SOMEBODY))
                .contains(CompleteRelocation.Outcome.NOTHING);
        assertThat(desk.run().run()).isTrue();
        there.enter(org).orElseThrow().commit(Map.of(ROW, Optional.of("bob")));
        assertThat(there.rows(org).backlog()).isEqualTo(1);

        assertThat(desk.complete().complete(asked.id(), SOMEBODY))
                .contains(CompleteRelocation.Outcome.COMPLETED);

        there.enter(org).orElseThrow().commit(Map.of(ROW, Optional.of("cyd")));
        assertThat(there.rows(org).backlog()).isZero();
        assertThat(now(asked).state()).isEqualTo(Relocation.State.COMPLETED);
        assertThat(desk.complete().complete(id(), SOMEBODY)).isEmpty();
    }
}
