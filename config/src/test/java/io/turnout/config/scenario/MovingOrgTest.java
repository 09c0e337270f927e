package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.postgres.PostgresFlagOverlay;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.relocation.MovableStack;
import io.turnout.application.relocation.MoveOrg;
import io.turnout.application.relocation.MoveRule;
import io.turnout.application.relocation.Relocations;
import io.turnout.application.relocation.StackStore;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Switch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two whole houses, each with a database of its own, and visitors who are sent to either by
/// chance, while their org moves there and back.
@Timeout(300)
class MovingOrgTest {
    private static final int SEATS = 20_000;
    private static final int MOVES = 4;
    private static final int MORE = 40;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final MoveOrg.Watch PATIENT =
            new MoveOrg.Watch() {
                @Override
                public void at(Phase phase, long rows, long backlog) {}

                @Override
                public boolean rest() {
                    LockSupport.parkNanos(LOOK.toNanos());
                    return true;
                }
            };

    @TempDir private Path folder;

    @Test
    void nobody_notices_that_an_org_moves_there_and_back() throws Exception {
        try (Crossroads roads = new Crossroads(folder, SEATS);
                Instance street = Instance.start(roads.streets());
                Instance avenue = Instance.start(roads.avenues());
                Passers passers = new Passers(List.of(street.url(), avenue.url()))) {
            List<Relocation> moves = new ArrayList<>();
            StackName home = Crossroads.STREET;
            for (int i = 0; i < MOVES; i++) {
                awaitMore(passers);
                moves.add(move(roads, home));
                home = roads.other(home);
            }
            awaitMore(passers);
            passers.goHome();

            moves.forEach(one -> System.out.println(one.outcome()));
            assertThat(moves)
                    .allSatisfy(one -> assertThat(one.state()).isEqualTo(Relocation.State.MOVED));
            assertExact(roads, home, passers);
        }
    }

    @Test
    void an_org_whose_mover_died_after_it_let_go_begins_with_its_first_visitor() throws Exception {
        try (Crossroads roads = new Crossroads(folder, SEATS);
                Instance street = Instance.start(roads.streets());
                Instance avenue = Instance.start(roads.avenues());
                Passers passers = new Passers(List.of(street.url(), avenue.url()))) {
            awaitMore(passers);
            letGo(roads);
            awaitMore(passers);
            passers.goHome();

            assertThat(roads.movable(Crossroads.AVENUE).store().home(Street.ORG))
                    .contains(new Home(Crossroads.AVENUE, 2));
            assertExact(roads, Crossroads.AVENUE, passers);
        }
    }

    @Test
    void an_org_is_where_its_flag_wants_it_and_comes_back_when_that_is_pulled_back()
            throws Exception {
        Flag home = Flag.home(Crossroads.AVENUE);
        try (Crossroads roads = new Crossroads(folder, SEATS);
                Instance street = Instance.start(roads.streets());
                Instance avenue = Instance.start(roads.avenues());
                Passers passers = new Passers(List.of(street.url(), avenue.url()))) {
            FlagOverlay overlay = new PostgresFlagOverlay(roads.at(Crossroads.STREET));
            awaitMore(passers);
            say(overlay, new FlagChange.Force(home, Street.ORG, Switch.ON, Optional.empty()));
            Relocation there = awaitMoved(roads, Crossroads.AVENUE);
            awaitMore(passers);
            say(overlay, new FlagChange.Kill(home, Audience.of(Street.ORG)));
            Relocation back = awaitMoved(roads, Crossroads.STREET);
            awaitMore(passers);
            passers.goHome();

            assertThat(List.of(there, back))
                    .extracting(one -> one.order().askedBy())
                    .containsOnly("flag:home-avenue");
            assertThat(there.outcome().map(one -> ((Moved.There) one).proof().orElseThrow().rows()))
                    .hasValueSatisfying(rows -> assertThat(rows).isPositive());
            assertThat(roads.relocations().newest(9)).hasSize(2);
            assertExact(roads, Crossroads.STREET, passers);
        }
    }

    private static void say(FlagOverlay overlay, FlagChange change) {
        var _ = overlay.change(List.of(change), new Author("op-1", "a try", "r-1"));
    }

    /// The move that was asked for last, once it has ended there.
    private static Relocation awaitMoved(Crossroads roads, StackName to) {
        while (true) {
            for (Relocation one : roads.relocations().newest(1)) {
                if (one.order().to().equals(to) && one.isFinished()) {
                    assertThat(one.state()).isEqualTo(Relocation.State.MOVED);
                    return one;
                }
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static void awaitMore(Passers passers) {
        int enough = passers.kept.size() + MORE;
        while (passers.kept.size() < enough && passers.faults.isEmpty()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static Relocation move(Crossroads roads, StackName from) {
        Relocations relocations = roads.relocations();
        RelocationId id = new RelocationId(UUID.randomUUID());
        assertThat(
                        relocations.ask(
                                new Relocation.Order(
                                        id, Street.ORG, from, roads.other(from), "test")))
                .isTrue();
        Relocation now = relocations.find(id).orElseThrow();
        while (!now.isFinished()) {
            LockSupport.parkNanos(LOOK.toNanos());
            now = relocations.find(id).orElseThrow();
        }
        return now;
    }

    /// A mover that does all but the last of it.
    private static void letGo(Crossroads roads) {
        MovableStack from = roads.movable(Crossroads.STREET);
        MovableStack to = roads.movable(Crossroads.AVENUE);
        MoveOrg.Way way =
                new MoveOrg.Way(
                        Street.ORG, from.store(), thatForgetsToActivate(to.store()), from.to(to));

        Moved moved = new MoveOrg(MoveRule.USUAL, InstantSource.system()).move(way, PATIENT);

        assertThat(moved).isInstanceOf(Moved.There.class);
        assertThat(((Moved.There) moved).active()).isFalse();
    }

    private static StackStore thatForgetsToActivate(StackStore store) {
        return (StackStore)
                Proxy.newProxyInstance(
                        StackStore.class.getClassLoader(),
                        new Class<?>[] {StackStore.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("activate")) {
                                return false;
                            }
                            try {
                                return method.invoke(store, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static void assertExact(Crossroads roads, StackName home, Passers passers) {
        System.out.println(
                "%d registered, %d cancelled, %s times told to come again"
                        .formatted(
                                passers.kept.size(), passers.cancelled.size(), passers.relocating));
        int live = passers.kept.size() - passers.cancelled.size();
        assertThat(passers.faults).isEmpty();
        assertThat(passers.kept.values()).doesNotHaveDuplicates();
        assertThat(roads.texts(home, "select registration_id from registration"))
                .containsExactlyInAnyOrderElementsOf(passers.kept.values());
        assertThat(
                        roads.texts(
                                home,
                                "select registration_id from registration"
                                        + " where status = 'cancelled'"))
                .containsExactlyInAnyOrderElementsOf(passers.cancelled);
        assertThat(roads.page(home).rooms().values())
                .hasSize(3)
                .allSatisfy(room -> assertThat(room.taken()).isEqualTo(live))
                .allSatisfy(room -> assertThat(room.held()).isZero());
    }
}
