package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final String EVENT = Client.DATA + "/sobjects/Event__c/" + Desk.EVENT;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T03:08:00Z"));
    private final Desk desk = new Desk(Desk.settings().withClock(now::get));

    @AfterEach
    void close() {
        desk.close();
    }

    private void pass(Duration time) {
        var _ = now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void the_last_call_of_the_day_is_answered_and_the_next_is_not() {
        desk.set("budget", "{\"max\":3}");
        desk.set("limits", "{\"sessionSeconds\":864000}");

        assertThat(desk.client().get(EVENT).header("Sforce-Limit-Info")).isEqualTo("api-usage=1/3");
        assertThat(desk.client().get(EVENT).status()).isEqualTo(200);
        assertThat(desk.client().get(EVENT).status()).isEqualTo(200);
        Client.Answer over = desk.client().get(EVENT);

        assertThat(over.status()).isEqualTo(403);
        assertThat(over.text())
                .isEqualTo(
                        "[{\"message\":\"TotalRequests Limit exceeded.\","
                                + "\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");
        assertThat(over.header("Sforce-Limit-Info")).isEqualTo("api-usage=3/3");
    }

    @Test
    void what_was_used_comes_back_a_day_later_and_not_a_minute_sooner() {
        desk.set("budget", "{\"max\":2}");
        desk.set("limits", "{\"sessionSeconds\":864000}");
        assertThat(desk.client().get(EVENT).status()).isEqualTo(200);
        pass(Duration.ofHours(1));
        assertThat(desk.client().get(EVENT).status()).isEqualTo(200);

        pass(Duration.ofHours(23).minusMinutes(1));
        int dayMinusOne = desk.client().get(EVENT).status();
        pass(Duration.ofMinutes(1));
        int day = desk.client().get(EVENT).status();
        int again = desk.client().get(EVENT).status();

        assertThat(dayMinusOne).isEqualTo(403);
        assertThat(day).isEqualTo(200);
        assertThat(again).isEqualTo(403);
    }

    @Test
    void tokens_and_the_list_of_versions_cost_nothing() {
        Client other = Client.loggedIn(desk.simulator().api(Desk.ORG_A));
        Client.Answer versions =
                new Client(desk.simulator().api(Desk.ORG_A), "").get("/services/data");

        assertThat(versions.json()).hasSize(9);
        assertThat(versions.header("Sforce-Limit-Info")).isEmpty();
        assertThat(other.get(EVENT).header("Sforce-Limit-Info")).isEqualTo("api-usage=1/115000");
    }

    @Test
    void a_session_ends_when_it_is_not_used_for_its_lifetime() {
        desk.set("limits", "{\"sessionSeconds\":7200}");
        pass(Duration.ofMinutes(110));
        int used = desk.client().get(EVENT).status();
        pass(Duration.ofMinutes(110));
        int stillUsed = desk.client().get(EVENT).status();
        pass(Duration.ofMinutes(121));
        int unused = desk.client().get(EVENT).status();

        assertThat(used).isEqualTo(200);
        assertThat(stillUsed).isEqualTo(200);
        assertThat(unused).isEqualTo(401);
    }
}
