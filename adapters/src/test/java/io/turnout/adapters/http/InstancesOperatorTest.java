package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.application.Ports;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryScalingPlans;
import io.turnout.application.scaling.ScalingPorts;
import io.turnout.application.scaling.ScalingTerms;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.InstanceLoad;
import io.turnout.domain.scaling.Prewarm;
import io.turnout.domain.scaling.ScalingPlan;
import io.turnout.domain.scaling.ScalingRule;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Operators look at instances, and choose how many run: by the pages, and as programs do.
class InstancesOperatorTest {
    private static final InstantSource CLOCK = () -> Fair.NOON;
    private static final Bounds LIMITS = new Bounds(1, 6);

    private final OpenHouse house =
            new OpenHouse(
                    CLOCK,
                    new HttpDoorSettings(
                            Duration.ofSeconds(5),
                            100,
                            100,
                            Optional.empty(),
                            new DeskSettings(URI.create("http://127.0.0.1"), Optional.empty()),
                            LaneSettings.USUAL),
                    InstancesOperatorTest::scaled);
    private final Desks.Session author = Desks.signedIn(house, Role.CONFIG_AUTHOR);

    private static Ports scaled(Ports ports) {
        MemoryScalingPlans plans = new MemoryScalingPlans(new ScalingPlan(LIMITS, List.of()));
        return ports.with(
                ScalingPorts.class,
                Memory.scaling(
                        plans,
                        new ScalingTerms(
                                "machine",
                                ScalingTerms.Tracker.WE,
                                LIMITS,
                                ScalingRule.USUAL,
                                Prewarm.NONE,
                                Duration.ofSeconds(10)),
                        CLOCK));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> page(String body, String to) {
        return house.send(
                house.request("/operator/instances/" + to)
                        .header("Cookie", author.cookie())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "csrf=" + author.token() + "&reason=the+opening&" + body)));
    }

    private String page() {
        return house.send(house.request("/operator/instances").header("Cookie", author.cookie()))
                .body();
    }

    @Test
    void the_page_says_who_runs_and_why_as_many_do() {
        house.useCases
                .scaling()
                .report()
                .report(new InstanceLoad("web.7", Optional.of("v41"), Fair.NOON, 90, 12, 0.25));
        assertThat(house.useCases.scaling().tend().tend()).hasSize(1);

        assertThat(page())
                .contains("web.7", "v41", "90.0", "25 %", "1 → 2", "requests at once: 90.0")
                .contains("At least", "At most");
    }

    @Test
    void bounds_are_chosen_within_what_the_settings_allow() {
        assertThat(page("min=2&max=5", "bounds").statusCode()).isEqualTo(303);
        assertThat(page()).contains("value=\"2\"", "value=\"5\"");

        HttpResponse<String> more = page("min=2&max=7", "bounds");
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("the settings allow 1 to 6");
        assertThat(page("min=5&max=2", "bounds").statusCode()).isEqualTo(422);
        assertThat(page("min=-1&max=2", "bounds").statusCode()).isEqualTo(422);
        assertThat(page("min=two&max=2", "bounds").statusCode()).isEqualTo(422);
        assertThat(house.useCases.scaling().show().show().plan().bounds())
                .isEqualTo(new Bounds(2, 5));
    }

    @Test
    void more_run_ahead_of_an_opening() {
        String times = "&from=2030-03-11T12:00&until=2030-03-11T13:00";

        assertThat(page("least=3" + times, "floors").statusCode()).isEqualTo(303);
        assertThat(page()).contains("2030-03-11T12:00:00Z");

        assertThat(page("least=9" + times, "floors").body()).contains("the settings allow 6");
        assertThat(page("least=3&from=x&until=y", "floors").statusCode()).isEqualTo(422);
        assertThat(
                        page("least=3&from=2030-03-11T13:00&until=2030-03-11T12:00", "floors")
                                .statusCode())
                .isEqualTo(422);
        assertThat(house.useCases.scaling().show().show().plan().floors()).hasSize(1);
    }

    @Test
    void a_floor_is_dropped_after_it_was_said_what_that_means() {
        String times = "from=2030-03-11T12:00&until=2030-03-11T13:00";
        assertThat(page("least=3&" + times, "floors").statusCode()).isEqualTo(303);
        String floor = "from=2030-03-11T12%3A00%3A00Z&until=2030-03-11T13%3A00%3A00Z&least=3";
        assertThat(page())
                .contains("/operator/instances/floors/removal?" + floor.replace("&", "&amp;"));

        HttpResponse<String> asked =
                house.send(
                        house.request("/operator/instances/floors/removal?" + floor)
                                .header("Cookie", author.cookie()));
        assertThat(asked.body()).contains("Drop the floor of 3", "fewer than 3 may run");

        assertThat(page(floor, "floors/removal").statusCode()).isEqualTo(303);
        assertThat(house.useCases.scaling().show().show().plan().standing()).isEmpty();
        assertThat(page()).contains("No opening is known of");
        HttpResponse<String> again = page(floor, "floors/removal");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("there is no such floor");
        assertThat(page("from=x&until=y&least=3", "floors/removal").statusCode()).isEqualTo(422);
        assertThat(page(floor.replace("least=3", "least=-3"), "floors/removal").statusCode())
                .isEqualTo(422);
    }

    @Test
    void programs_ask_the_same() {
        try (OperatedHouse other = new OperatedHouse()) {
            String floor =
                    "{\"from\":\"2030-03-11T12:00:00Z\",\"until\":\"%s\",\"min\":3,"
                            + "\"reason\":\"the opening\"}";
            String bounds = "{\"min\":%d,\"max\":5,\"reason\":\"the opening\"}";

            JsonNode bounded = json(sent(other, "PUT", "/bounds", bounds.formatted(2)));
            JsonNode raised =
                    json(sent(other, "POST", "/floors", floor.formatted("2030-03-11T13:00:00Z")));

            assertThat(bounded.path("bounds").toString()).isEqualTo("{\"min\":2,\"max\":5}");
            assertThat(bounded.at("/fleet/desired").asInt()).isEqualTo(2);
            assertThat(raised.at("/floors/0/min").asInt()).isEqualTo(3);
            assertThat(raised.at("/floors/0/until").asText()).isEqualTo("2030-03-11T13:00:00Z");
            JsonNode dropped =
                    json(
                            sent(
                                    other,
                                    "POST",
                                    "/floors/removals",
                                    floor.formatted("2030-03-11T13:00:00Z")));
            assertThat(dropped.path("floors")).isEmpty();
            refused(
                    sent(
                            other,
                            "POST",
                            "/floors/removals",
                            floor.formatted("2030-03-11T13:00:00Z")),
                    422,
                    "config-rejected");
            refused(sent(other, "PUT", "/bounds", bounds.formatted(6)), 422, "invalid");
            refused(sent(other, "PUT", "/bounds", bounds.formatted(-1)), 422, "invalid");
            refused(
                    sent(other, "POST", "/floors", floor.formatted("2030-03-11T12:00:00Z")),
                    422,
                    "invalid");
            refused(
                    sent(other, "POST", "/floors", floor.formatted("2030-13-11T12:00:00Z")),
                    422,
                    "invalid");
        }
    }

    private static HttpResponse<String> sent(
            OperatedHouse house, String method, String to, String body) {
        return house.sendTo("/v1/operator/instances", "config-author", method, to, body);
    }
}
