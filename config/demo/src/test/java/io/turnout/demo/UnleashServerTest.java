package io.turnout.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.unleash.ServerDefinitions;
import io.turnout.adapters.unleash.UnleashFlagServer;
import io.turnout.application.contract.Ids;
import io.turnout.application.flags.FlagDecisions;
import io.turnout.application.flags.FlagDefinitions;
import io.turnout.application.flags.FlagModeContract;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.flags.FlagServer.Sight;
import io.turnout.application.flags.ReconcileFlags;
import io.turnout.application.flags.Said;
import io.turnout.application.flags.ServerPorts;
import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryDefinitionsCopy;
import io.turnout.application.memory.MemoryDriftNews;
import io.turnout.application.memory.MemoryFlagOverlay;
import io.turnout.application.memory.MemoryOverlayAcknowledgements;
import io.turnout.application.memory.MemoryProjectedFlags;
import io.turnout.application.memory.MemorySoleWriter;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Shown;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Decisions with a real Unleash server are those without one, and what somebody changes there by
/// hand is found in time, with their name.
class UnleashServerTest extends FlagModeContract {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Flag FLAG = Flag.CHECKOUT_V2;
    private static final String KEY = FLAG.key();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// From the edit until it is told (ROLLOUT): the server takes up to one of them itself.
    private static final Duration IN_TIME = Duration.ofSeconds(2);

    private static @Nullable RealUnleash started;

    private final OrgId org = Ids.org();
    private final OrgId other = Ids.org();
    private final MemoryFlagOverlay overlay =
            new MemoryFlagOverlay(new MemoryAuditTrail(CLOCK), CLOCK);
    private final MemoryProjectedFlags projected = new MemoryProjectedFlags(CLOCK);
    private final MemoryDriftNews news = new MemoryDriftNews();
    private RealUnleash unleash;
    private ServerDefinitions definitions;
    private UnleashFlagServer server;

    @BeforeAll
    static void start() throws Exception {
        started = RealUnleash.start();
    }

    @AfterAll
    static void stop() throws IOException {
        DriftTable.print();
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void open() {
        unleash = Objects.requireNonNull(started);
        var place = new UnleashFlagServer.Place(unleash.server.address(), "default", "production");
        definitions =
                new ServerDefinitions(
                        place, UnleashProcess.READING_TOKEN, new MemoryDefinitionsCopy());
        server = new UnleashFlagServer(definitions, place, unleash.bot);
    }

    @AfterEach
    void close() {
        server.close();
        definitions.close();
    }

    @Override
    protected FlagDefinitions definitions() {
        return definitions;
    }

    @Override
    protected void settle(MemoryFlagOverlay said) {
        goOn(said, "Unleash shows what was decided", PATIENCE, () -> shows(said));
    }

    private void goOn(
            MemoryFlagOverlay said, String what, Duration patience, BooleanSupplier holds) {
        FlagPorts ports =
                new FlagPorts(
                        new FlagDecisions(said, definitions, CLOCK),
                        said,
                        new MemoryOverlayAcknowledgements(said, CLOCK),
                        news,
                        "this");
        ReconcileFlags reconcile =
                new ReconcileFlags(
                        ports, new ServerPorts(server, projected, new MemorySoleWriter()), CLOCK);
        Eventually.so(
                what,
                patience,
                () -> {
                    definitions.poll();
                    reconcile.reconcile();
                    return holds.getAsBoolean();
                });
    }

    private boolean shows(MemoryFlagOverlay said) {
        Optional<Sight> sight = server.look();
        return sight.isPresent()
                && Flag.FEATURES.stream()
                        .allMatch(
                                flag ->
                                        new Shown.As(said.current().of(flag).reach())
                                                .equals(sight.get().shown().get(flag)));
    }

    private Decision decided(OrgId asked) {
        return new FlagDecisions(overlay, definitions, CLOCK).explain(FLAG, asked);
    }

    /// Both orgs have it, and nobody touched it.
    private void given() {
        new Said(overlay).say(new FlagChange.Allow(FLAG, Audience.of(Set.of(org, other))));
        settle(overlay);
        assertThat(news.latest(1)).isEmpty();
    }

    /// What was found of what somebody does, from the moment they begin.
    private Drift found(String edit, Runnable hand) {
        long began = System.nanoTime();
        hand.run();
        goOn(overlay, "the edit is found", IN_TIME, () -> !news.latest(1).isEmpty());
        Drift drift = news.latest(1).getFirst();
        DriftTable.add(edit, Duration.ofNanos(System.nanoTime() - began), drift);
        assertThat(drift.author()).isEqualTo(RealUnleash.HAND);
        return drift;
    }

    @Test
    void an_org_that_is_added_by_hand_gets_nothing_and_is_taken_away() {
        given();
        OrgId stranger = Ids.org();

        assertThat(
                        found(
                                        "an org added",
                                        () ->
                                                unleash.segment(
                                                        KEY,
                                                        "IN",
                                                        "__none__",
                                                        org.value(),
                                                        other.value(),
                                                        stranger.value()))
                                .off())
                .isEmpty();
        assertThat(decided(stranger)).isEqualTo(new Decision.NotReached());
        settle(overlay);
        assertThat(decided(org).isOn()).isTrue();
    }

    @Test
    void a_segment_that_is_emptied_is_on_for_nobody_else_and_is_filled_again() {
        given();

        assertThat(found("the segment emptied", () -> unleash.segment(KEY, "IN")).off()).isEmpty();
        assertThat(decided(Ids.org())).isEqualTo(new Decision.NotReached());
        settle(overlay);
    }

    @Test
    void an_org_that_is_taken_away_by_hand_is_off_and_stays_off() {
        given();

        assertThat(
                        found(
                                        "an org taken out",
                                        () -> unleash.segment(KEY, "IN", "__none__", other.value()))
                                .off())
                .contains(Audience.of(org));
        assertThat(decided(org))
                .isInstanceOfSatisfying(
                        Decision.Killed.class,
                        killed -> assertThat(killed.mark().actor()).isEqualTo("unleash:mallory"));
        assertThat(decided(other).isOn()).isTrue();
        unleash.segment(KEY, "IN", "__none__", org.value(), other.value());
        goOn(overlay, "and back by hand", PATIENCE, () -> news.latest(9).size() == 2);
        assertThat(decided(org).isOn()).isFalse();
    }

    @Test
    void an_environment_that_is_switched_off_is_honoured_and_on_again_is_not() {
        given();

        assertThat(found("the environment switched off", () -> unleash.switchedOff(KEY)).off())
                .contains(Audience.of(Set.of(org, other)));
        assertThat(decided(org)).isInstanceOf(Decision.Killed.class);
        unleash.switchedOn(KEY);
        goOn(overlay, "on again by hand", PATIENCE, () -> news.latest(9).size() == 2);
        assertThat(decided(org).isOn()).isFalse();
    }

    /// Unleash gives a flag that is switched on without a strategy one of its own making.
    @Test
    void a_flag_that_is_switched_on_without_a_strategy_is_on_for_nobody_there() {
        given();
        unleash.withoutStrategies(KEY);

        unleash.switchedOn(KEY);

        Eventually.so(
                "it is on with another strategy",
                PATIENCE,
                () -> {
                    definitions.poll();
                    return server.look()
                            .filter(sight -> sight.shown().get(FLAG) instanceof Shown.Otherwise)
                            .isPresent();
                });
        assertThat(definitions.isOn(FLAG, Ids.org())).isFalse();
        assertThat(definitions.isOn(FLAG, org)).isFalse();
        settle(overlay);
    }

    @Test
    void another_strategy_lets_nobody_in_and_is_taken_away() {
        given();

        assertThat(found("a strategy of 5 % added", () -> unleash.extraStrategy(KEY)).off())
                .isEmpty();
        settle(overlay);
        assertThat(decided(org).isOn()).isTrue();
    }

    @Test
    void a_flag_that_is_archived_is_off_until_it_is_lifted_here() {
        given();

        assertThat(found("the flag archived", () -> unleash.archived(KEY)).off())
                .contains(Audience.of(Set.of(org, other)));
        assertThat(decided(org)).isInstanceOf(Decision.Killed.class);
        new Said(overlay).say(new FlagChange.Lift(FLAG, Audience.of(Set.of(org, other))));
        settle(overlay);
        assertThat(decided(org).isOn()).isTrue();
    }

    @Test
    void a_server_that_dies_leaves_everything_as_it_was_and_nothing_waits_for_it() {
        given();
        unleash.server.kill();
        definitions.poll();

        assertThat(decided(org).isOn()).isTrue();
        new Said(overlay).killed(FLAG, org);
        assertThat(decided(org)).isInstanceOf(Decision.Killed.class);

        unleash.restart();
        settle(overlay);
        assertThat(decided(other).isOn()).isTrue();
    }
}
