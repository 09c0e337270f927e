package io.turnout.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.unleash.ServerDefinitions;
import io.turnout.adapters.unleash.UnleashFlagServer;
import io.turnout.application.contract.Ids;
import io.turnout.application.flags.FlagDecisions;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.flags.FlagServer.Showing;
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
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Reach;
import io.turnout.domain.rollout.Shown;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// More orgs than one segment of a real server holds.
class UnleashShardsTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Flag FLAG = Flag.CHECKOUT_V2;
    private static final String LIVE = FLAG.key() + ".production.live";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static @Nullable RealUnleash started;

    private final RealUnleash unleash = Objects.requireNonNull(started);
    private final UnleashFlagServer.Place place =
            new UnleashFlagServer.Place(unleash.server.address(), "default", "production");
    private final ServerDefinitions definitions = definitions();
    private final UnleashFlagServer server = new UnleashFlagServer(definitions, place, unleash.bot);
    private final MemoryFlagOverlay overlay =
            new MemoryFlagOverlay(new MemoryAuditTrail(CLOCK), CLOCK);
    private final MemoryDriftNews news = new MemoryDriftNews();
    private final FlagPorts ports =
            new FlagPorts(
                    new FlagDecisions(overlay, definitions, CLOCK),
                    overlay,
                    new MemoryOverlayAcknowledgements(overlay, CLOCK),
                    news,
                    "this");
    private final ReconcileFlags reconcile =
            new ReconcileFlags(
                    ports,
                    new ServerPorts(
                            server, new MemoryProjectedFlags(CLOCK), new MemorySoleWriter()),
                    CLOCK);
    private final Said said = new Said(overlay);

    @BeforeAll
    static void start() throws Exception {
        started = RealUnleash.start();
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @AfterEach
    void close() {
        server.close();
        definitions.close();
    }

    private ServerDefinitions definitions() {
        return new ServerDefinitions(
                place, UnleashProcess.READING_TOKEN, new MemoryDefinitionsCopy());
    }

    private static Set<OrgId> orgs(int count) {
        return Stream.generate(Ids::org).limit(count).collect(Collectors.toSet());
    }

    private void settle() {
        Shown wanted = new Shown.As(overlay.current().of(FLAG).reach());
        Eventually.so(
                "Unleash shows what was decided",
                PATIENCE,
                () -> {
                    look();
                    return server.look()
                            .filter(sight -> wanted.equals(sight.shown().get(FLAG)))
                            .isPresent();
                });
    }

    private void look() {
        definitions.poll();
        reconcile.reconcile();
    }

    private void allowed(Set<OrgId> orgs) {
        Audience.ofAll(orgs).forEach(some -> said.say(new FlagChange.Allow(FLAG, some)));
        settle();
    }

    private void withdrawn(Set<OrgId> orgs) {
        Audience.ofAll(orgs).forEach(some -> said.say(new FlagChange.Withdraw(FLAG, some)));
        settle();
    }

    private List<String> segments() {
        return unleash.segments().keySet().stream()
                .filter(name -> name.startsWith(FLAG.key()))
                .toList();
    }

    @Test
    void orgs_by_the_thousand_have_it_and_nobody_falls_out_when_they_grow_and_shrink() {
        Set<OrgId> stay = orgs(700);
        Set<OrgId> go = orgs(1_800);
        allowed(stay);
        assertThat(segments()).containsExactly(LIVE);

        watched(stay, () -> allowed(go));

        assertThat(segments()).containsExactly(LIVE, LIVE + "-2", LIVE + "-3");
        assertThat(go).allMatch(org -> ports.decisions().isOn(FLAG, org));
        assertThat(ports.decisions().definitions().isOn(FLAG, Ids.org())).isFalse();
        OrgId taken =
                new OrgId(
                        unleash.named(LIVE + "-2").stream()
                                .filter(v -> v.length() == 18)
                                .findFirst()
                                .orElseThrow());
        List<String> without = unleash.named(LIVE + "-2");
        assertThat(without.remove(taken.value())).isTrue();
        unleash.edited(LIVE + "-2", "IN", without);
        Eventually.so(
                "it is found",
                PATIENCE,
                () -> {
                    look();
                    return !news.latest(1).isEmpty();
                });
        assertThat(news.latest(9)).hasSize(1);
        assertThat(news.latest(1).getFirst().off()).contains(Audience.of(taken));
        assertThat(news.latest(1).getFirst().author()).isEqualTo(RealUnleash.HAND);

        watched(stay, () -> withdrawn(go));

        assertThat(segments()).containsExactly(LIVE);
        Set<OrgId> left = new HashSet<>(stay);
        left.remove(taken);
        assertThat(left).allMatch(org -> ports.decisions().isOn(FLAG, org));

        said.say(new FlagChange.Allow(FLAG, Audience.everybody()));
        Audience.ofAll(go).forEach(some -> said.say(new FlagChange.Kill(FLAG, some)));
        watched(left, this::settle);
        assertThat(segments()).hasSize(2).allMatch(name -> name.contains(".but"));
        assertThat(go).noneMatch(org -> definitions.isOn(FLAG, org));
        assertThat(definitions.isOn(FLAG, Ids.org())).isTrue();
    }

    /// Another instance hears all the time what the server hands out.
    private void watched(Set<OrgId> stay, Runnable change) {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger missed = new AtomicInteger();
        Thread watcher =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try (ServerDefinitions other = definitions()) {
                                        while (!over.get()) {
                                            other.poll();
                                            int _ = looks.incrementAndGet();
                                            if (!stay.stream()
                                                    .filter(org -> !isKilled(org))
                                                    .allMatch(org -> other.isOn(FLAG, org))) {
                                                int _ = missed.incrementAndGet();
                                            }
                                        }
                                    }
                                });
        change.run();
        over.set(true);
        try {
            watcher.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(looks).hasPositiveValue();
        assertThat(missed).hasValue(0);
    }

    private boolean isKilled(OrgId org) {
        return overlay.current().decide(FLAG, org, CLOCK.instant(), () -> true)
                instanceof Decision.Killed;
    }

    @Test
    void more_than_the_server_can_name_are_refused_and_said_to_be() {
        Set<OrgId> many = orgs(29 * 999 + 1);

        assertThat(server.show(FLAG, new Reach.Only(many)))
                .isEqualTo(new Showing.NoRoom(many.size(), many.size() - 1));

        assertThat(server.remark())
                .hasValueSatisfying(
                        remark -> assertThat(remark).contains("no room").contains(FLAG.key()));
    }
}
