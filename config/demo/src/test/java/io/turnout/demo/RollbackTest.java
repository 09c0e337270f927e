package io.turnout.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.contract.Ids;
import io.turnout.demo.Terrace.House;
import io.turnout.domain.rollout.Flag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From the click at one server until the last of them has acknowledged it, as an operator sees
/// it, with an Unleash server that is well and with one that is dead. `./turnout prove rollback`
/// does it more often.
class RollbackTest {
    private static final int INSTANCES = Integer.getInteger("turnout.instances", 2);
    private static final int ROLLBACKS = Integer.getInteger("turnout.rollbacks", 10);
    private static final String REDIS = System.getProperty("turnout.redis", "");
    private static final int WAVE = 50;
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FLAG = "flags/" + Flag.CHECKOUT_V2.key();

    private static @Nullable Terrace terrace;

    @BeforeAll
    static void start() throws IOException {
        terrace = Terrace.open();
    }

    @AfterAll
    static void stop() {
        if (terrace != null) {
            terrace.close();
        }
    }

    /// As many as are asked for; all are closed, also when one of them does not start.
    private static void among(String what, String flags) {
        Terrace here = Objects.requireNonNull(terrace);
        String settings =
                REDIS.isEmpty() ? flags : flags.replace("}", ", redisUrl: '" + REDIS + "'}");
        List<House> houses =
                IntStream.rangeClosed(1, INSTANCES)
                        .mapToObj(number -> here.start("web-" + number, settings))
                        .toList();
        try {
            measured(what + (REDIS.isEmpty() ? "" : ", Redis"), houses);
        } finally {
            houses.forEach(House::close);
        }
    }

    private static void measured(String what, List<House> houses) {
        Histogram taken = new Histogram(3);
        Histogram told = new Histogram(3);
        for (int i = 0; i < ROLLBACKS; i++) {
            rollBack(houses, houses.get(i % houses.size()), i % 10 == 0 ? WAVE : 1, taken, told);
        }
        System.out.printf(
                "%s: %d rollbacks at %d servers, from the click until all have acknowledged"
                        + " p50 %.1f ms, p99 %.1f ms, max %.1f ms; by their own word p50 %d ms,"
                        + " p99 %d ms%n",
                what,
                ROLLBACKS,
                INSTANCES,
                taken.getValueAtPercentile(50) / 1e3,
                taken.getValueAtPercentile(99) / 1e3,
                taken.getMaxValue() / 1e3,
                told.getValueAtPercentile(50),
                told.getValueAtPercentile(99));
        assertThat(taken.getValueAtPercentile(99)).isLessThan(PROMISED.toNanos() / 1_000);
    }

    private static void rollBack(
            List<House> houses, House clicked, int size, Histogram taken, Histogram told) {
        List<String> orgs = Stream.generate(() -> Ids.org().value()).limit(size).toList();
        // Forced, so that no server needs to have heard of it.
        var _ =
                clicked.asks(
                        "ann",
                        "POST",
                        FLAG + "/override",
                        "{\"org\":\"%s\",\"to\":\"on\",\"reason\":\"a try\"}"
                                .formatted(orgs.getFirst()));
        Eventually.so("it is on", PATIENCE, () -> houses.stream().allMatch(one -> isOn(one, orgs)));
        String body =
                "{\"orgs\":[%s],\"reason\":\"slow pages\"}"
                        .formatted(
                                orgs.stream()
                                        .map(org -> '"' + org + '"')
                                        .collect(Collectors.joining(",")));

        long began = System.nanoTime();
        long revision =
                clicked.asks("ann", "POST", FLAG + "/rollback", body).path("revision").asLong();
        JsonNode applied = clicked.reads("flags/applied?revision=" + revision);
        while (!applied.hasNonNull("millis") || applied.path("instances").asInt() < INSTANCES) {
            assertThat(System.nanoTime() - began).isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(500_000);
            applied = clicked.reads("flags/applied?revision=" + revision);
        }
        taken.recordValue((System.nanoTime() - began) / 1_000);

        told.recordValue(applied.path("millis").asLong());
        assertThat(houses).noneMatch(one -> isOn(one, orgs));
    }

    private static boolean isOn(House house, List<String> orgs) {
        for (JsonNode one :
                house.reads("flags/decisions?org=" + orgs.getFirst()).path("decisions")) {
            if (one.path("flag").asText().equals(Flag.CHECKOUT_V2.key())) {
                return one.path("on").asBoolean();
            }
        }
        throw new AssertionError("nothing is decided");
    }

    @Test
    void a_rollback_is_everywhere_within_a_second_without_a_server() {
        among("embedded", Terrace.EMBEDDED);
    }

    @Test
    void a_rollback_is_everywhere_within_a_second_with_a_server_and_when_it_is_killed()
            throws IOException {
        try (RealUnleash unleash = RealUnleash.start()) {
            among("with Unleash", unleash.settings());

            unleash.server.kill();

            among("Unleash killed", unleash.settings());
        }
    }
}
