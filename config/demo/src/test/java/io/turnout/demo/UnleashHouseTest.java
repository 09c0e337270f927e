package io.turnout.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.demo.Terrace.House;
import io.turnout.domain.rollout.Flag;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The server as it is started by everybody, with a real Unleash server beside it.
class UnleashHouseTest {
    private static final String KEY = Flag.CHECKOUT_V2.key();
    private static final String SECOND = "Step 1 of 3";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// How much longer a start may take because Unleash says nothing.
    private static final Duration NO_WAIT = Duration.ofSeconds(5);

    private static @Nullable RealUnleash started;
    private static @Nullable Terrace opened;

    private final RealUnleash unleash = Objects.requireNonNull(started);
    private final Terrace terrace = Objects.requireNonNull(opened);

    @BeforeAll
    static void start() throws IOException {
        started = RealUnleash.start();
        opened = Terrace.open();
    }

    @AfterAll
    static void stop() {
        if (opened != null) {
            opened.close();
        }
        if (started != null) {
            started.close();
        }
    }

    private static String ours() {
        return "{\"orgs\":[\"%s\"],\"reason\":\"a try\"}".formatted(Terrace.ORG);
    }

    private static void isOn(House house, boolean on) {
        Eventually.so(
                "the second checkout is " + (on ? "on" : "off"),
                PATIENCE,
                () -> house.page().contains(SECOND) == on);
    }

    private static String stage(House house, String plan) {
        return house.reads("rollouts/" + plan).path("state").asText();
    }

    /// Ann writes a plan for her own test orgs, and Bob approves it.
    private static String plan(House house) {
        var _ =
                house.asks(
                        "ann",
                        "PUT",
                        "org-profiles/" + Terrace.ORG,
                        "{\"kind\":\"own-test\",\"tags\":[],\"reason\":\"ours\"}");
        var drafted =
                house.asks(
                        "ann",
                        "POST",
                        "rollouts",
                        """
                        {"reason":"a try","flag":"%s","title":"Second checkout",
                        "notBefore":"2026-01-01T00:00:00Z",
                        "waves":[{"title":"own","selection":{"whom":"own-tests"},
                        "bakeMinutes":60}]}
                        """
                                .formatted(KEY));
        String plan = drafted.path("id").asText();
        var submitted = house.asks("ann", "POST", "rollouts/" + plan + "/submit", seen(drafted));
        var _ = house.asks("bob", "POST", "rollouts/" + plan + "/approve", seen(submitted));
        return plan;
    }

    private static String seen(JsonNode plan) {
        return "{\"version\":%d,\"reason\":\"a try\"}".formatted(plan.path("version").asLong());
    }

    @Test
    void a_plan_switches_the_checkout_and_a_hand_at_the_server_switches_it_off_and_pauses_it() {
        try (House house = terrace.start("planned", unleash.settings())) {
            assertThat(house.page()).doesNotContain(SECOND);

            String plan = plan(house);

            isOn(house, true);
            assertThat(stage(house, plan)).isEqualTo("running");
            unleash.switchedOff(KEY);
            isOn(house, false);
            Eventually.so("it pauses", PATIENCE, () -> stage(house, plan).equals("paused"));
            var _ =
                    house.asks(
                            "bob", "POST", "rollouts/" + plan + "/abort", "{\"reason\":\"over\"}");
            var _ = house.asks("bob", "POST", "flags/" + KEY + "/lift", ours());
            var _ = house.asks("bob", "POST", "flags/" + KEY + "/withdraw", ours());
        }
    }

    @Test
    void with_its_server_killed_a_house_registers_and_pulls_back_and_another_starts() {
        try (House house = terrace.start("lasting", unleash.settings())) {
            var _ = house.asks("ann", "POST", "flags/" + KEY + "/allow", ours());
            isOn(house, true);

            unleash.server.kill();

            Eventually.so("it is noticed", PATIENCE, () -> said("lasting").size() == 1);
            assertThat(house.page()).contains(SECOND);
            assertThat(house.register()).isEqualTo(201);
            try (House late = terrace.start("late", unleash.settings())) {
                assertThat(late.page()).contains(SECOND);
                assertThat(late.register()).isEqualTo(201);
                var _ = house.asks("ann", "POST", "flags/" + KEY + "/rollback", ours());
                assertThat(house.page()).doesNotContain(SECOND);
                isOn(late, false);

                unleash.restart();

                var _ = late.asks("bob", "POST", "flags/" + KEY + "/lift", ours());
                isOn(late, true);
                isOn(house, true);
                Eventually.so("it is well again", PATIENCE, () -> said("late").size() == 2);
            }
            var _ = house.asks("ann", "POST", "flags/" + KEY + "/withdraw", ours());
        }
        for (String instance : List.of("lasting", "late")) {
            assertThat(said(instance)).hasSize(2);
            assertThat(said(instance).getFirst()).contains("the Unleash server does not answer");
            assertThat(said(instance).getLast()).contains("the Unleash server is well again");
        }
    }

    private List<String> said(String instance) {
        return terrace.saidOfFlags(instance);
    }

    @Test
    void a_server_that_takes_calls_and_says_nothing_holds_no_start_up() throws IOException {
        Duration usual = timed("usual", Terrace.EMBEDDED);
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + hole.getLocalPort();

            Duration taken = timed("held", unleash.settings(there));

            System.out.printf(
                    "started in %d ms, beside a black hole in %d ms%n",
                    usual.toMillis(), taken.toMillis());
            assertThat(taken).isLessThan(usual.plus(NO_WAIT));
        }
    }

    private Duration timed(String instance, String flags) {
        long began = System.nanoTime();
        try (House house = terrace.start(instance, flags)) {
            assertThat(house.page()).contains("Fair");
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}
