package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.flags.DefinitionsCopy;
import io.turnout.application.flags.DriftNews;
import io.turnout.application.flags.ProjectedFlags;
import io.turnout.application.flags.SoleWriter;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Reach;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What is known of the rollout server, as two instances share it.
class PostgresFlagServerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Drift.Difference SEEN = new Drift.Difference("1 org", "off");

    private final String url = PostgresServer.freshUrl();
    private final Gate here = new Gate(PostgresServer.connect(url), PostgresStorage.STACK);
    private final Gate there = new Gate(PostgresServer.connect(url), PostgresStorage.STACK);
    private final OrgId org = Ids.org();
    private final OrgId other = Ids.org();

    @Test
    void the_last_definitions_are_any_instances() {
        DefinitionsCopy copy = new PostgresDefinitionsCopy(here);
        copy.keep("production", "old");
        copy.keep("production", "new");

        assertThat(new PostgresDefinitionsCopy(there).last("production")).contains("new");
        assertThat(copy.last("development")).isEmpty();
    }

    @Test
    void what_was_written_is_known_to_any_instance() {
        ProjectedFlags projected = new PostgresProjectedFlags(here);
        projected.written(Flag.CHECKOUT_V2, new Reach.All(Set.of(org)));
        projected.written(Flag.CHECKOUT_V2, new Reach.Only(Set.of(org, other)));
        projected.written(Flag.BULK_LANE, new Reach.All(Set.of()));

        assertThat(new PostgresProjectedFlags(there).all())
                .hasSize(2)
                .hasEntrySatisfying(
                        Flag.CHECKOUT_V2,
                        written ->
                                assertThat(written.reach())
                                        .isEqualTo(new Reach.Only(Set.of(org, other))))
                .hasEntrySatisfying(
                        Flag.BULK_LANE,
                        written -> assertThat(written.reach()).isEqualTo(new Reach.All(Set.of())));
    }

    @Test
    void drift_is_told_to_any_instance_the_latest_first() {
        DriftNews news = new PostgresDriftNews(here);
        Drift on = new Drift(Flag.BULK_LANE, Optional.empty(), "a", "mallory", NOON, SEEN);
        Drift all =
                new Drift(
                        Flag.BULK_LANE,
                        Optional.of(Audience.everybody()),
                        "b",
                        "mallory",
                        NOON,
                        SEEN);
        Drift one =
                new Drift(
                        Flag.CHECKOUT_V2,
                        Optional.of(Audience.of(org)),
                        "c",
                        "mallory",
                        NOON,
                        SEEN);
        news.tell(on);
        news.tell(all);
        news.tell(one);

        assertThat(new PostgresDriftNews(there).latest(9)).containsExactly(one, all, on);
        assertThat(news.latest(1)).containsExactly(one);
    }

    @Test
    void one_instance_at_a_time_is_alone() {
        SoleWriter ours = new PostgresSoleWriter(here, PostgresSoleWriter.Turn.FLAGS);
        SoleWriter theirs = new PostgresSoleWriter(there, PostgresSoleWriter.Turn.FLAGS);
        SoleWriter elsewhere = new PostgresSoleWriter(there, PostgresSoleWriter.Turn.SCALING);
        AtomicBoolean both = new AtomicBoolean();

        boolean alone = ours.alone(() -> both.set(theirs.alone(() -> {})));

        assertThat(alone).isTrue();
        assertThat(both).isFalse();
        assertThat(theirs.alone(() -> {})).isTrue();
        assertThat(ours.alone(() -> both.set(elsewhere.alone(() -> {})))).isTrue();
        assertThat(both).isTrue();
    }

    @Test
    void one_instance_at_a_time_does_a_move_and_another_may_do_another() {
        RelocationId one = new RelocationId(new UUID(0, 1));
        RelocationId other = new RelocationId(new UUID(0, 2));
        AtomicBoolean both = new AtomicBoolean();
        AtomicBoolean beside = new AtomicBoolean();

        boolean alone =
                PostgresSoleWriter.ofMove(here, one)
                        .alone(
                                () -> {
                                    both.set(PostgresSoleWriter.ofMove(there, one).alone(() -> {}));
                                    beside.set(
                                            PostgresSoleWriter.ofMove(there, other)
                                                    .alone(() -> {}));
                                });

        assertThat(alone).isTrue();
        assertThat(both).isFalse();
        assertThat(beside).isTrue();
    }
}
