package io.turnout.application.homing;

import static io.turnout.application.homing.Crossing.AWS;
import static io.turnout.application.homing.Crossing.HEROKU;
import static io.turnout.application.homing.Crossing.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryStackStore;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.homing.Errand;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.rollout.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever people, servers and writers do in whatever order: no org has two moves that are not
/// finished, no more are on their way than may be, what was said once is tried once, and who was
/// taken back is back in the end.
class HomingUnderChanceTest {
    private static final int SEEDS = 150;
    private static final int STEPS = 60;
    private static final Hand SOMEBODY = new Hand("op-1", "request-1");

    @Test
    void what_flags_want_is_asked_for_once_and_never_too_much_of_it() {
        long asked = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            asked += new Story(seed).told();
        }
        assertThat(asked).isGreaterThan(SEEDS);
    }

    private static final class Story {
        private final int seed;
        private final Random chance;
        private final int atOnce;
        private final Crossing roads;
        private final List<OrgId> orgs;
        private final Map<OrgId, MemoryStackStore.Write> writers = new HashMap<>();
        private boolean stale;

        Story(int seed) {
            this.seed = seed;
            this.chance = new Random(seed);
            this.atOnce = 1 + chance.nextInt(2);
            this.roads = new Crossing(atOnce);
            this.orgs = Stream.generate(roads::ownTest).limit(4).toList();
        }

        long told() {
            for (int step = 0; step < STEPS; step++) {
                something(orgs.get(chance.nextInt(orgs.size())));
                look();
            }
            allBack();
            return roads.moves.newest(200).stream().filter(Errand::isByFlag).count();
        }

        private void something(OrgId org) {
            switch (chance.nextInt(9)) {
                case 0, 1 -> roads.said.allowed(HOME, org);
                case 2 -> roads.said.killed(HOME, org);
                case 3 -> roads.said.lifted(HOME, org);
                case 4 -> {
                    stale = !stale;
                    roads.definitions().stale(stale);
                }
                case 5 -> write(org);
                case 6 -> byHand(org);
                default -> {
                    boolean _ = roads.desk.run().run();
                }
            }
        }

        private void write(OrgId org) {
            Optional<MemoryStackStore.Write> writer = Optional.ofNullable(writers.remove(org));
            writer.ifPresentOrElse(
                    MemoryStackStore.Write::end,
                    () -> roads.heroku.enter(org).ifPresent(one -> writers.put(org, one)));
        }

        private void byHand(OrgId org) {
            RelocationId id = new RelocationId(UUID.randomUUID());
            Optional<Relocation> last = last(roads.moves.latest(), org);
            if (last.isEmpty()) {
                assertThat(roads.desk.begin().begin(id, org, AWS, SOMEBODY)).isNotNull();
            } else {
                assertThat(roads.desk.rollBack().rollBack(last.get().id(), id, SOMEBODY))
                        .isPresent();
            }
        }

        private void look() {
            Map<OrgId, Relocation> before = roads.moves.latest();
            roads.look();
            List<Relocation> open = roads.unfinished();
            assertThat(open)
                    .as("seed %d", seed)
                    .extracting(Relocation::org)
                    .doesNotHaveDuplicates();
            List<Relocation> fresh =
                    roads.moves.latest().values().stream()
                            .filter(one -> isNew(one, last(before, one.org())))
                            .filter(Errand::isThere)
                            .toList();
            if (!fresh.isEmpty()) {
                assertThat(stale).as("seed %d: nothing was heard", seed).isFalse();
                assertThat(open.stream().filter(Errand::isByFlag).collect(Collectors.toSet()))
                        .as("seed %d", seed)
                        .hasSizeLessThanOrEqualTo(atOnce);
            }
            fresh.forEach(one -> saidSince(one.org(), last(before, one.org())));
        }

        private static Optional<Relocation> last(Map<OrgId, Relocation> moves, OrgId org) {
            return Optional.ofNullable(moves.get(org));
        }

        private static boolean isNew(Relocation one, Optional<Relocation> last) {
            return last.filter(before -> before.id().equals(one.id())).isEmpty();
        }

        private void saidSince(OrgId org, Optional<Relocation> last) {
            Map<OrgId, Mark> allowed =
                    roads.memory.flags().overlay().current().of(HOME).allowed().orgs();
            assertThat(allowed).as("seed %d", seed).containsKey(org);
            Mark mark = Optional.ofNullable(allowed.get(org)).orElseThrow();
            last.ifPresent(one -> assertThat(mark.at()).as("seed %d", seed).isAfter(one.askedAt()));
        }

        private void allBack() {
            writers.values().forEach(MemoryStackStore.Write::end);
            orgs.forEach(org -> roads.said.killed(HOME, org));
            for (int i = 0; i < 20; i++) {
                roads.look();
                roads.run();
            }
            for (OrgId org : orgs) {
                if (last(roads.moves.latest(), org).filter(Errand::isByFlag).isPresent()) {
                    assertThat(roads.home(org)).as("seed %d", seed).isEqualTo(HEROKU);
                }
            }
            assertThat(roads.unfinished()).as("seed %d", seed).isEmpty();
        }
    }
}
