package io.turnout.application.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryDriftNews;
import io.turnout.application.memory.MemoryFlagOverlay;
import io.turnout.application.memory.MemoryFlagServer;
import io.turnout.application.memory.MemoryOverlayAcknowledgements;
import io.turnout.application.memory.MemoryProjectedFlags;
import io.turnout.application.memory.MemorySoleWriter;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Reach;
import io.turnout.domain.rollout.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A rollout server shows what was decided, and people change things there.
class ReconcileScenarioTest {
    private static final Flag HOME = Flag.home(new StackName("aws"));
    private static final Flag FLAG = Flag.CHECKOUT_V2;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final InstantSource clock = now::get;
    private final MemoryAuditTrail trail = new MemoryAuditTrail(clock);
    private final MemoryFlagOverlay overlay = new MemoryFlagOverlay(trail, clock);
    private final MemoryFlagServer server = new MemoryFlagServer();
    private final MemoryDriftNews news = new MemoryDriftNews();
    private final FlagPorts ports =
            new FlagPorts(
                    new FlagDecisions(overlay, server, clock),
                    overlay,
                    new MemoryOverlayAcknowledgements(overlay, clock),
                    news,
                    "this");
    private final MemorySoleWriter sole = new MemorySoleWriter();
    private final ReconcileFlags reconcile =
            new ReconcileFlags(
                    ports, new ServerPorts(server, new MemoryProjectedFlags(clock), sole), clock);
    private final Said said = new Said(overlay);
    private final OrgId org = Ids.org();
    private final OrgId other = Ids.org();

    private void later(Duration passed) {
        var _ = now.updateAndGet(instant -> instant.plus(passed));
        reconcile.reconcile();
    }

    private Shown shown() {
        return server.look().orElseThrow().shown().getOrDefault(FLAG, new Shown.Nothing());
    }

    private Shown only(OrgId... orgs) {
        return new Shown.As(new Reach.Only(Set.of(orgs)));
    }

    @Test
    void what_was_decided_is_shown_and_shown_again_when_it_changes() {
        reconcile.reconcile();
        assertThat(shown()).isEqualTo(only());

        said.allowed(FLAG, org);
        later(Duration.ofSeconds(1));

        assertThat(shown()).isEqualTo(only(org));
        assertThat(news.latest(1)).isEmpty();
        assertThat(ports.decisions().isOn(FLAG, org)).isTrue();
    }

    @Test
    void what_is_switched_off_there_is_killed_here_under_the_name_of_who_did_it() {
        said.allowed(FLAG, org);
        reconcile.reconcile();
        server.edit(FLAG, new Shown.Nothing(), "mallory", clock.instant().plusSeconds(9));

        later(Duration.ofSeconds(10));

        assertThat(news.latest(2))
                .containsExactly(
                        new Drift(
                                FLAG,
                                Optional.of(Audience.of(org)),
                                "edited",
                                "mallory",
                                clock.instant(),
                                new Drift.Difference("1 org", "off")));
        assertThat(ports.decisions().explain(FLAG, org)).isInstanceOf(Decision.Killed.class);
        later(Duration.ofSeconds(10));
        assertThat(news.latest(2)).hasSize(1);
    }

    @Test
    void what_is_switched_on_there_is_on_for_nobody_and_taken_back() {
        said.allowed(FLAG, org);
        reconcile.reconcile();
        server.edit(
                FLAG,
                new Shown.Otherwise("2 strategies"),
                "mallory",
                clock.instant().plusSeconds(9));

        assertThat(ports.decisions().isOn(FLAG, other)).isFalse();
        later(Duration.ofSeconds(10));

        assertThat(shown()).isEqualTo(only(org));
        assertThat(news.latest(1).getFirst().off()).isEmpty();
        assertThat(ports.decisions().isOn(FLAG, org)).isTrue();
    }

    @Test
    void what_cannot_be_taken_back_is_told_once_and_keeps_no_other_flag_from_being_shown() {
        said.allowed(FLAG, org);
        reconcile.reconcile();
        server.edit(
                FLAG,
                new Shown.Otherwise("2 strategies"),
                "mallory",
                clock.instant().plusSeconds(9));
        server.refuses(FLAG);
        said.allowed(HOME, org);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> later(Duration.ofSeconds(10)))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(news.latest(9)).hasSize(1);
        assertThat(server.look().orElseThrow().shown().get(HOME)).isEqualTo(only(org));
    }

    @Test
    void more_orgs_than_the_server_can_name_are_told_once_and_what_it_showed_stays() {
        said.allowed(FLAG, org);
        reconcile.reconcile();
        server.hasRoomFor(1);
        said.allowed(FLAG, other);

        later(Duration.ofSeconds(10));
        later(Duration.ofSeconds(10));

        assertThat(shown()).isEqualTo(only(org));
        assertThat(news.latest(9)).hasSize(1);
        assertThat(news.latest(1).getFirst().resolution()).isEqualTo(Drift.Resolution.NOT_SHOWN);
        assertThat(news.latest(1).getFirst().what()).contains("2 orgs").contains("1 can be");
        server.hasRoomFor(2);
        later(Duration.ofSeconds(10));
        assertThat(shown()).isEqualTo(only(org, other));
    }

    @Test
    void a_thousand_and_more_that_go_off_at_once_are_all_honoured() {
        Set<OrgId> orgs = Stream.generate(Ids::org).limit(2_500).collect(Collectors.toSet());
        Audience.ofAll(orgs).forEach(some -> said.say(new FlagChange.Allow(FLAG, some)));
        reconcile.reconcile();
        server.edit(FLAG, new Shown.Nothing(), "mallory", clock.instant().plusSeconds(9));

        later(Duration.ofSeconds(10));

        assertThat(orgs).noneMatch(one -> ports.decisions().isOn(FLAG, one));
        assertThat(news.latest(9)).hasSize(3);
        assertThat(news.latest(1).getFirst().difference().expected()).isEqualTo("2500 orgs");
    }

    @Test
    void what_the_server_does_not_hand_out_yet_is_no_change_of_anybodys() {
        said.allowed(FLAG, org);
        reconcile.reconcile();
        Shown before = new Shown.Nothing();
        server.lag(FLAG, before);

        later(Duration.ofSeconds(1));
        assertThat(news.latest(1)).isEmpty();
        later(Duration.ofSeconds(10));

        assertThat(news.latest(1).getFirst().author()).isEqualTo("somebody");
    }

    @Test
    void a_server_that_is_away_is_not_waited_for() {
        server.leave();
        reconcile.reconcile();

        said.killed(Flag.WAITING_ROOM, org);

        assertThat(ports.decisions().isOn(Flag.WAITING_ROOM, org)).isFalse();
        assertThatThrownBy(() -> server.show(FLAG, new Reach.Only(Set.of())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void while_another_instance_is_at_it_nothing_is_done() {
        boolean alone = sole.alone(reconcile::reconcile);

        assertThat(alone).isTrue();
        assertThat(server.look().orElseThrow().shown()).isEmpty();
    }
}
