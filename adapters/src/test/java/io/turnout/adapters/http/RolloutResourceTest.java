package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutResourceTest {
    private static final OperatedHouse HOUSE = new OperatedHouse();
    private static final String STEP = "{\"version\":%d,\"reason\":\"because\"}";

    private final OrgId acme = Ids.org();
    private final OrgId tests = Ids.org();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @BeforeEach
    void welcome() {
        HOUSE.memory().orgs().welcome(acme);
        HOUSE.memory().orgs().welcome(tests);
        String own = "{\"kind\":\"own-test\",\"tags\":[],\"reason\":\"ours\"}";
        assertThat(profile(tests, own).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> send(String who, String method, String path, String body) {
        return HOUSE.sendAs(who, "releaser", method, "/v1/operator/rollouts" + path, body);
    }

    private static HttpResponse<String> profile(OrgId org, String body) {
        return HOUSE.sendAs("ann", "releaser", "PUT", "/v1/operator/org-profiles/" + org, body);
    }

    private String plan(String version) {
        return """
        {%s"reason":"ready","flag":"checkout-v2","title":"New checkout",
         "notBefore":"2026-01-01T00:00:00Z",
         "waves":[{"title":"own tests","selection":{"orgs":["%s"]},"bakeMinutes":60},
                  {"title":"all","selection":{"whom":"anybody"},"bakeMinutes":0}]}
        """
                .formatted(version, tests);
    }

    private String drafted() {
        HttpResponse<String> drafted = send("ann", "POST", "", plan(""));
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        String path = drafted.headers().firstValue("Location").orElse("");
        return path.substring("/v1/operator/rollouts".length());
    }

    private static HttpResponse<String> step(String who, String plan, String verb, int version) {
        return send(who, "POST", plan + "/" + verb, STEP.formatted(version));
    }

    private static String state(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("state").asText();
    }

    private void advance() {
        while (HOUSE.useCases().rollouts().advance().advance()) {
            // Until no plan has anything to do.
        }
    }

    private String running() {
        String plan = drafted();
        assertThat(state(step("ann", plan, "submit", 1))).isEqualTo("in-review");
        assertThat(state(step("bob", plan, "approve", 2))).isEqualTo("approved");
        advance();
        return plan;
    }

    private boolean isOn(OrgId org) {
        return HOUSE.memory()
                .flags()
                .decisions()
                .overlay()
                .current()
                .decide(Flag.CHECKOUT_V2, org, Fair.NOON, () -> true)
                .isOn();
    }

    @Test
    void a_plan_is_drafted_approved_by_another_and_goes_on_by_itself() {
        String plan = running();

        JsonNode board = json(send("ann", "GET", plan, ""));

        assertThat(board.path("state").asText()).isEqualTo("running");
        assertThat(board.at("/review/by").asText()).isEqualTo("bob");
        assertThat(board.at("/waves/0/state").asText()).isEqualTo("baking");
        assertThat(board.at("/waves/0/orgs/0/state").asText()).isEqualTo("live");
        assertThat(board.at("/waves/0/health/verdict").asText()).isEqualTo("too-few");
        assertThat(isOn(tests)).isTrue();
        assertThat(isOn(acme)).isFalse();
    }

    @Test
    void nobody_approves_what_they_wrote_nor_what_they_have_not_seen() {
        String plan = drafted();
        var _ = step("ann", plan, "submit", 1);

        refused(step("ann", plan, "approve", 2), 403, "forbidden");
        refused(step("bob", plan, "approve", 1), 409, "version-conflict");
        assertThat(state(send("eve", "PUT", plan, plan("\"version\":2,")))).isEqualTo("draft");
        refused(step("bob", plan, "approve", 2), 409, "version-conflict");
    }

    @Test
    void whoever_is_on_call_rolls_back_without_a_version_and_it_is_off_at_once() {
        String plan = running();
        String now = "{\"reason\":\"errors\"}";

        HttpResponse<String> back =
                HOUSE.sendAs(
                        "joe",
                        "operator",
                        "POST",
                        "/v1/operator/rollouts" + plan + "/waves/1/roll-back",
                        now);

        assertThat(state(back)).isEqualTo("paused");
        assertThat(isOn(tests)).isFalse();
        refused(send("ann", "POST", plan + "/waves/3/roll-back", now), 404, "not-found");
        refused(step("ann", plan, "resume", 99), 409, "version-conflict");
    }

    @Test
    void a_preview_names_each_org_and_why_it_is_in_or_out() {
        String plan = drafted();
        String tokyo =
                "{\"kind\":\"customer\",\"zone\":\"Asia/Tokyo\",\"tags\":[],\"reason\":\"x\"}";
        assertThat(profile(acme, tokyo).statusCode()).isEqualTo(200);

        JsonNode all = json(send("ann", "GET", plan + "/preview?wave=2", ""));

        assertThat(line(all, tests).path("why").asText()).isEqualTo("in-earlier-wave");
        assertThat(line(all, acme).path("in").asBoolean()).isTrue();
        assertThat(line(all, acme).at("/placement/kind").asText()).isEqualTo("placed");
        assertThat(line(all, acme).at("/placement/localFrom").asText()).contains("T01:00+09:00");
        JsonNode first = json(send("ann", "GET", plan + "/preview", ""));
        assertThat(line(first, acme).path("why").asText()).isEqualTo("not-listed");
        assertThat(line(first, tests).at("/placement/kind").asText()).isEqualTo("at-once");
        refused(send("ann", "GET", plan + "/preview?wave=3", ""), 404, "not-found");
    }

    private static JsonNode line(JsonNode preview, OrgId org) {
        for (JsonNode line : preview.path("orgs")) {
            if (line.at("/org/org").asText().equals(org.value())) {
                return line;
            }
        }
        throw new AssertionError(org + " is not in " + preview);
    }

    @Test
    void an_org_that_opts_out_loses_it_at_once_and_is_not_taken_again() {
        String plan = running();

        HttpResponse<String> out =
                send(
                        "joe",
                        "PUT",
                        "/choices/checkout-v2/" + tests,
                        "{\"choice\":\"out\",\"reason\":\"they asked\"}");

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(isOn(tests)).isFalse();
        JsonNode board = json(send("ann", "GET", plan, ""));
        assertThat(board.at("/waves/0/orgs/0/state").asText()).isEqualTo("opted-out");
        refused(
                send(
                        "joe",
                        "PUT",
                        "/choices/checkout-v2/" + Ids.org(),
                        "{\"choice\":\"in\",\"reason\":\"x\"}"),
                404,
                "not-found");
    }

    @Test
    void a_freeze_shows_in_the_calendar_until_it_is_lifted() {
        String freeze =
                "{\"from\":\"2098-12-20T00:00:00Z\",\"to\":\"2099-01-06T00:00:00Z\","
                        + "\"reason\":\"year end\",\"whom\":{\"whom\":\"anybody\"}}";

        HttpResponse<String> kept = send("ann", "POST", "/freezes", freeze);

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String id = "/freezes/" + json(kept).path("id").asText();
        assertThat(send("ann", "GET", "/calendar", "").body()).contains("year end");
        assertThat(send("ann", "DELETE", id, "").statusCode()).isEqualTo(204);
        refused(send("ann", "DELETE", id, ""), 404, "not-found");
    }

    @Test
    void plans_are_listed_and_each_has_its_history() {
        String plan = running();

        JsonNode rows = json(send("ann", "GET", "?flag=checkout-v2&stage=running&limit=50", ""));
        JsonNode history = json(send("ann", "GET", plan + "/history", ""));

        assertThat(rows.path("rollouts").findValuesAsText("id")).contains(plan.substring(1));
        assertThat(history.path("entries").findValuesAsText("verb"))
                .endsWith("start", "approve", "submit", "draft");
    }

    @Test
    void what_is_no_plan_is_refused_with_the_field_that_is_wrong() {
        refused(send("ann", "POST", "", plan("").replace("checkout-v2", "x")), 422, "invalid");
        refused(send("ann", "POST", "", plan("\"version\":1,")), 422, "invalid");
        refused(send("ann", "PUT", drafted(), plan("")), 422, "invalid");
        String both = plan("").replace("\"whom\":\"anybody\"", "\"zones\":[\"UTC\"]");
        assertThat(send("ann", "POST", "", both).body()).contains("waves[1]");
        String zone =
                plan("").replace(
                                "\"whom\":\"anybody\"",
                                "\"whom\":\"anybody\",\"zones\":[\"Mars/Olympus\"]");
        assertThat(send("ann", "POST", "", zone).body()).contains("waves[1].selection.zones");
        refused(send("ann", "GET", "?stage=x", ""), 422, "invalid");
        refused(send("ann", "POST", drafted() + "/submit", "{\"reason\":\"x\"}"), 422, "invalid");
        refused(
                send("ann", "POST", drafted() + "/submit", "{\"version\":1,\"reason\":\"a@b\"}"),
                422,
                "invalid");
        refused(send("ann", "GET", "/019aab5e-6c00-7000-8000-0000000000ff", ""), 404, "not-found");
    }

    @Test
    void viewers_look_and_change_nothing() {
        String plan = drafted();
        String room = "/v1/operator/rollouts";

        assertThat(HOUSE.sendAs("vic", "viewer", "GET", room + plan, "").statusCode())
                .isEqualTo(200);
        for (String verb : new String[] {"submit", "pause", "roll-back", "abort"}) {
            refused(
                    HOUSE.sendAs(
                            "vic", "viewer", "POST", room + plan + "/" + verb, STEP.formatted(1)),
                    403,
                    "forbidden");
        }
        refused(
                HOUSE.sendAs("joe", "operator", "POST", room + plan + "/submit", STEP.formatted(1)),
                403,
                "forbidden");
    }
}
