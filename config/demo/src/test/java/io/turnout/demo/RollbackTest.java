package io.turnout.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.postgres.FlagListener;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresDriftNews;
import io.turnout.adapters.postgres.PostgresFlagOverlay;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresOverlayAcknowledgements;
import io.turnout.adapters.unleash.CompiledDefinitions;
import io.turnout.adapters.unleash.ServerDefinitions;
import io.turnout.adapters.unleash.UnleashFlagServer;
import io.turnout.application.contract.Ids;
import io.turnout.application.flags.ChangeFlags;
import io.turnout.application.flags.FlagDecisions;
import io.turnout.application.flags.FlagDefinitions;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.flags.FollowOverlay;
import io.turnout.application.flags.OverlayAcknowledgements.Applied;
import io.turnout.application.memory.MemoryDefinitionsCopy;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Switch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From the click until the last of three instances goes by it, with an Unleash server that is well
/// and with one that is dead.
class RollbackTest {
    private static final int INSTANCES = 3;
    private static final int ROLLBACKS = 100;
    private static final int WAVE = 50;
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Flag FLAG = Flag.CHECKOUT_V2;
    private static final Author ANN = new Author("op-1", "slow pages", "r-1");

    private static @Nullable RealUnleash unleash;
    private static String url = "";

    @BeforeAll
    static void start() throws Exception {
        unleash = RealUnleash.start();
        UnleashMain.createDatabase(unleash.postgres, "house");
        url = "jdbc:postgresql://127.0.0.1:" + unleash.postgres + "/house";
        var _ = Flyway.configure().dataSource(url, DemoDatabase.USER, "").load().migrate();
    }

    @AfterAll
    static void stop() {
        if (unleash != null) {
            unleash.close();
        }
    }

    /// As far as flags go: a pool, an overlay and a listener of its own.
    private record Instance(DataSource pool, FlagPorts ports, FlagListener listener)
            implements AutoCloseable {
        static Instance start(int number, FlagDefinitions definitions) {
            DataSource pool = new DataSource();
            pool.setUrl(url);
            pool.setDriverClassName("org.postgresql.Driver");
            pool.setUsername(DemoDatabase.USER);
            pool.setMaxActive(4);
            pool.setInitialSize(1);
            Gate gate = new Gate(PostgresJdbi.over(pool), "here");
            PostgresFlagOverlay overlay = new PostgresFlagOverlay(gate);
            FlagPorts ports =
                    new FlagPorts(
                            new FlagDecisions(overlay, definitions, CLOCK),
                            overlay,
                            new PostgresOverlayAcknowledgements(gate),
                            new PostgresDriftNews(gate),
                            "web-" + number);
            FollowOverlay follow = new FollowOverlay(ports);
            FlagListener listener = new FlagListener(gate, follow::follow);
            var _ = Thread.ofPlatform().daemon().start(listener);
            return new Instance(pool, ports, listener);
        }

        boolean hasAny(List<OrgId> orgs) {
            return orgs.stream().anyMatch(org -> ports.decisions().isOn(FLAG, org));
        }

        boolean hasAll(List<OrgId> orgs) {
            return orgs.stream().allMatch(org -> ports.decisions().isOn(FLAG, org));
        }

        @Override
        public void close() {
            listener.close();
            pool.close(true);
        }
    }

    private static void measured(String what, Stream<FlagDefinitions> definitions) {
        List<FlagDefinitions> all = definitions.limit(INSTANCES).toList();
        List<Instance> instances =
                IntStream.range(0, INSTANCES)
                        .mapToObj(number -> Instance.start(number, all.get(number)))
                        .toList();
        Histogram taken = new Histogram(3);
        Histogram told = new Histogram(3);
        try {
            for (int i = 0; i < ROLLBACKS; i++) {
                rollBack(instances, i % 10 == 0 ? WAVE : 1, taken, told);
            }
        } finally {
            instances.forEach(Instance::close);
        }
        System.out.printf(
                "%s: %d rollbacks on %d instances, click to last p50 %.1f ms, p99 %.1f ms, max"
                        + " %.1f ms; acknowledged p99 %d ms%n",
                what,
                ROLLBACKS,
                INSTANCES,
                taken.getValueAtPercentile(50) / 1e3,
                taken.getValueAtPercentile(99) / 1e3,
                taken.getMaxValue() / 1e3,
                told.getValueAtPercentile(99));
        assertThat(taken.getValueAtPercentile(99)).isLessThan(PROMISED.toNanos() / 1_000);
    }

    /// On one instance it is clicked, on all of them it is off.
    private static void rollBack(
            List<Instance> instances, int size, Histogram taken, Histogram told) {
        List<OrgId> orgs = Stream.generate(Ids::org).limit(size).toList();
        ChangeFlags change = new ChangeFlags(instances.getFirst().ports());
        // Forced, so that no server needs to have heard of them.
        List<FlagChange> on =
                orgs.stream()
                        .limit(16)
                        .<FlagChange>map(
                                org -> new FlagChange.Force(FLAG, org, Switch.ON, Optional.empty()))
                        .toList();
        List<OrgId> forced = orgs.stream().limit(16).toList();
        var _ = change.change(on, ANN);
        await(instances, one -> one.hasAll(forced));

        long clicked = System.nanoTime();
        var kept = change.change(List.of(new FlagChange.Kill(FLAG, Audience.of(orgs))), ANN);
        await(instances, one -> !one.hasAny(forced));
        taken.recordValue((System.nanoTime() - clicked) / 1_000);

        await(instances, one -> applied(one, kept.revision()).everywhereAt().isPresent());
        Applied applied = applied(instances.getFirst(), kept.revision());
        assertThat(applied.instances()).hasSize(INSTANCES);
        told.recordValue(
                Duration.between(applied.changedAt(), applied.everywhereAt().orElseThrow())
                        .toMillis());
    }

    private static Applied applied(Instance one, long revision) {
        return one.ports().acknowledgements().of(revision).orElseThrow();
    }

    private static void await(List<Instance> instances, Predicate<Instance> holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!instances.stream().allMatch(holds)) {
            assertThat(System.nanoTime()).as("within 20 s").isLessThan(deadline);
            LockSupport.parkNanos(200_000);
        }
    }

    private static ServerDefinitions served() {
        RealUnleash server = Objects.requireNonNull(unleash);
        return new ServerDefinitions(
                new UnleashFlagServer.Place(server.server.address(), "default", "production"),
                UnleashProcess.READING_TOKEN,
                new MemoryDefinitionsCopy());
    }

    @Test
    void a_rollback_is_everywhere_within_a_second_without_a_server() {
        measured("embedded", Stream.<FlagDefinitions>generate(CompiledDefinitions::new));
    }

    @Test
    void a_rollback_is_everywhere_within_a_second_with_a_server_and_when_it_is_killed() {
        RealUnleash server = Objects.requireNonNull(unleash);
        measured("with Unleash", Stream.<FlagDefinitions>generate(RollbackTest::served));

        server.server.kill();

        measured("Unleash killed", Stream.<FlagDefinitions>generate(RollbackTest::served));
        server.restart();
    }
}
