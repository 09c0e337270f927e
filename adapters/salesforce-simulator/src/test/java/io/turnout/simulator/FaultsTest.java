package io.turnout.simulator;

import static io.turnout.simulator.Desk.attendee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FaultsTest {
    private static final String EVENT = Client.DATA + "/sobjects/Event__c/" + Desk.EVENT;
    private static final String FAULTS = "/orgs/" + Desk.ORG_A + "/faults";

    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    private static String code(JsonNode results) {
        return results.at("/0/errors/0/statusCode").asText();
    }

    @Test
    void the_next_calls_are_unavailable_and_the_one_after_them_is_not() {
        desk.fault("{\"kind\":\"unavailable\",\"calls\":2}");

        assertThat(desk.client().get(EVENT).text())
                .isEqualTo(
                        "[{\"message\":\"Server Unavailable\","
                                + "\"errorCode\":\"SERVER_UNAVAILABLE\"}]");
        assertThat(desk.client().get(EVENT).status()).isEqualTo(503);
        assertThat(desk.client().get(EVENT).status()).isEqualTo(200);
        assertThat(desk.admin().get(FAULTS).json()).isEmpty();
    }

    @Test
    void an_outage_takes_the_login_too_and_may_answer_with_a_page() {
        desk.fault("{\"kind\":\"outage\",\"seconds\":60,\"format\":\"html\"}");

        Client.Answer login =
                new Client(desk.simulator().api(Desk.ORG_A), "")
                        .form("/services/oauth2/token", java.util.Map.of("grant_type", "password"));
        var _ = desk.admin().delete(FAULTS);

        assertThat(login.status()).isEqualTo(503);
        assertThat(login.header("Content-Type")).startsWith("text/html");
        assertThat(desk.client().get(EVENT).status()).isEqualTo(200);
    }

    @Test
    void a_call_cut_before_the_commit_leaves_nothing_and_one_cut_after_it_leaves_all() {
        desk.fault("{\"kind\":\"cut-before\"}");
        assertThatThrownBy(() -> desk.upsert(false, attendee("before", "a@x.example")))
                .isInstanceOf(UncheckedIOException.class);

        desk.fault("{\"kind\":\"cut-after\"}");
        assertThatThrownBy(() -> desk.upsert(false, attendee("after", "a@x.example")))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(desk.stored()).containsOnlyKeys("after");
        JsonNode calls = desk.admin().get("/orgs/" + Desk.ORG_A + "/calls").json();
        JsonNode last = calls.get(calls.size() - 1);
        assertThat(last.path("outcome").asText()).isEqualTo("cut");
        assertThat(last.path("created").asInt()).isEqualTo(1);
        assertThat(desk.stored("after", "_call")).isEqualTo(last.path("id").asText());
    }

    @Test
    void every_call_is_on_record_with_what_came_of_it() {
        var _ = desk.upsert(false, attendee("a", "a@x.example"), attendee("b", "no"));
        var _ = desk.client().post(Client.DATA + "/sobjects/Attendee__c", "{}");
        var _ = desk.client().get(Client.DATA + "/sobjects/Nope__c/1");

        JsonNode calls = desk.admin().get("/orgs/" + Desk.ORG_A + "/calls?after=1").json();

        assertThat(calls)
                .extracting(c -> c.path("outcome").asText())
                .containsExactly("ok", "refused", "refused: NOT_FOUND");
        assertThat(calls).extracting(c -> c.path("failed").asInt()).containsExactly(1, 1, 0);
        assertThat(calls.at("/0/created").asInt()).isEqualTo(1);
        assertThat(calls.at("/0/bytes").asInt()).isPositive();
        assertThat(calls.at("/0/path").asText()).endsWith("/Attendee__c/External_Id__c");
    }

    @Test
    void a_slow_answer_is_slow() {
        desk.fault("{\"kind\":\"slow\",\"millis\":300,\"calls\":1}");

        long start = System.nanoTime();
        var _ = desk.client().get(EVENT);
        Duration first = Duration.ofNanos(System.nanoTime() - start);

        assertThat(first).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(desk.admin().get(FAULTS).json()).isEmpty();
    }

    @Test
    void every_session_ends_at_once_and_a_new_login_works() {
        desk.fault("{\"kind\":\"expire-sessions\"}");

        assertThat(desk.client().get(EVENT).status()).isEqualTo(401);
        Client again = Client.loggedIn(desk.simulator().api(Desk.ORG_A));
        assertThat(again.get(EVENT).status()).isEqualTo(200);
    }

    @Test
    void the_two_limits_differ_by_their_message() {
        desk.fault("{\"kind\":\"limit\"}");
        Client.Answer day = desk.client().get(EVENT);
        var _ = desk.admin().delete(FAULTS);
        desk.fault("{\"kind\":\"concurrent-limit\"}");
        Client.Answer moment = desk.client().get(EVENT);

        assertThat(List.of(day.status(), moment.status())).containsOnly(403);
        assertThat(day.text()).contains("TotalRequests Limit exceeded.");
        assertThat(day.header("Sforce-Limit-Info")).isEqualTo("api-usage=115000/115000");
        assertThat(moment.text())
                .contains("ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
    }

    @Test
    @Timeout(20)
    void long_calls_beyond_the_limit_keep_the_next_one_out() throws Exception {
        desk.set("limits", "{\"longCalls\":2,\"longCallMillis\":0}");
        desk.fault("{\"kind\":\"lock\",\"id\":\"" + Desk.EVENT + "\",\"seconds\":60}");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Client.Answer> held =
                    callers.submit(() -> desk.upsert(false, attendee("a", "a@x.example")));
            while (running() < 1) {
                Thread.onSpinWait();
            }

            Client.Answer refused = desk.client().get(EVENT);
            var _ = desk.admin().delete(FAULTS);

            assertThat(refused.text()).contains("ConcurrentRequests");
            assertThat(held.get().json().at("/0/success").asBoolean()).isTrue();
        }
        desk.set("limits", "{\"longCalls\":25,\"longCallMillis\":20000}");
        assertThat(desk.client().get(EVENT).status()).isEqualTo(200);
    }

    private int running() {
        String counters = "/orgs/" + Desk.ORG_A + "/counters";
        return desk.admin().get(counters).json().path("running").asInt();
    }

    @Test
    void a_full_org_takes_no_new_row_but_changes_old_ones() {
        var _ = desk.upsert(false, attendee("old", "a@x.example"));
        desk.fault("{\"kind\":\"storage-full\"}");

        JsonNode fresh = desk.upsert(false, attendee("new", "a@x.example")).json();
        JsonNode known = desk.upsert(false, attendee("old", "b@x.example")).json();

        assertThat(code(fresh)).isEqualTo("STORAGE_LIMIT_EXCEEDED");
        assertThat(known.at("/0/success").asBoolean()).isTrue();
    }

    @Test
    void a_validation_rule_speaks_in_the_administrators_words() {
        desk.fault(
                """
                {"kind":"validation-rule","object":"Attendee__c","field":"Email__c",\
                "pattern":".*@x\\\\.example","message":"Only our own people"}\
                """);

        JsonNode refused = desk.upsert(false, attendee("a", "a@y.example")).json();
        JsonNode taken = desk.upsert(false, attendee("a", "a@x.example")).json();

        assertThat(code(refused)).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(refused.at("/0/errors/0/message").asText()).isEqualTo("Only our own people");
        assertThat(taken.at("/0/success").asBoolean()).isTrue();
    }

    @Test
    void a_row_may_fail_for_whatever_reason_is_ordered() {
        desk.fault(
                """
                {"kind":"validation-rule","object":"Attendee__c","field":"Email__c",\
                "pattern":"(?!boom).*","code":"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",\
                "message":"AttTrigger: execution of AfterInsert"}\
                """);

        JsonNode results =
                desk.upsert(false, attendee("a", "boom@x.example"), attendee("b", "b@x.example"))
                        .json();

        assertThat(code(results)).isEqualTo("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");
        assertThat(results.at("/1/success").asBoolean()).isTrue();
    }

    @Test
    void a_duplicate_rule_refuses_a_twin_unless_the_caller_insists() {
        desk.fault(
                """
                {"kind":"duplicate-rule","object":"Attendee__c","fields":["Event__c","Email__c"]}\
                """);
        var _ = desk.upsert(false, attendee("a", "a@x.example"));

        JsonNode refused = desk.upsert(false, attendee("b", "A@x.example")).json();
        String path = Client.DATA + "/composite/sobjects/Attendee__c/External_Id__c";
        String body = Desk.collection(false, attendee("b", "a@x.example"));
        JsonNode insisted =
                desk.client()
                        .send(
                                desk.client()
                                        .request(path)
                                        .header("Sforce-Duplicate-Rule-Header", "allowSave=true")
                                        .method(
                                                "PATCH",
                                                java.net.http.HttpRequest.BodyPublishers.ofString(
                                                        body)))
                        .json();

        assertThat(code(refused)).isEqualTo("DUPLICATES_DETECTED");
        assertThat(insisted.at("/0/success").asBoolean()).isTrue();
    }

    @Test
    void a_removed_field_refuses_the_request_and_a_required_one_the_row() {
        String company =
                attendee("a", "a@x.example")
                        .replace("\"Email__c\"", "\"Company__c\":\"Acme\",\"Email__c\"");

        desk.fault(
                "{\"kind\":\"field-removed\",\"object\":\"Attendee__c\",\"field\":\"Company__c\"}");
        Client.Answer removed = desk.upsert(false, company);
        var _ = desk.admin().delete(FAULTS);
        Client.Answer back = desk.upsert(false, company);
        desk.fault(
                "{\"kind\":\"field-required\",\"object\":\"Attendee__c\",\"field\":\"Badge__c\"}");
        JsonNode required = desk.upsert(false, attendee("b", "b@x.example")).json();

        assertThat(removed.status()).isEqualTo(400);
        assertThat(removed.text()).contains("No such column 'Company__c'");
        assertThat(back.status()).isEqualTo(200);
        assertThat(required.at("/0/errors/0/message").asText())
                .isEqualTo("Required fields are missing: [Badge__c]");
    }

    @Test
    void an_order_nobody_understands_is_refused_and_the_api_port_takes_none() {
        Client.Answer kind = desk.admin().post(FAULTS, "{\"kind\":\"magic\"}");
        Client.Answer lacking = desk.admin().post(FAULTS, "{\"kind\":\"slow\"}");
        Client.Answer endless = desk.admin().post(FAULTS, "{\"kind\":\"limit\",\"seconds\":0}");
        Client.Answer door = desk.client().post(FAULTS, "{\"kind\":\"limit\"}");

        assertThat(kind.text()).contains("no such kind: magic");
        assertThat(lacking.status()).isEqualTo(400);
        assertThat(endless.status()).isEqualTo(400);
        assertThat(door.status()).isEqualTo(404);
        assertThat(desk.admin().get("/").json().path("faults").has("orders")).isTrue();
    }

    @Test
    void what_is_not_modelled_says_so_and_is_counted() {
        Client.Answer answer = desk.client().get(Client.DATA + "/wave");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.json().at("/0/message").asText()).contains("does not model");
        for (String other :
                List.of("/services/Soap/u/66.0", "/cometd/66.0", EVENT + "/Event_Items__r")) {
            assertThat(desk.client().get(other).status()).isEqualTo(501);
        }
        assertThat(desk.client().get("/favicon.ico").status()).isEqualTo(404);
        String counters = "/orgs/" + Desk.ORG_A + "/counters";
        assertThat(desk.admin().get(counters).json().path("notModelled").asInt()).isEqualTo(4);
    }
}
