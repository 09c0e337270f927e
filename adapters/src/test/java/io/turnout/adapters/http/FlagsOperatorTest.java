package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.Ports;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.contract.Ids;
import io.turnout.application.flags.FlagPorts;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Flag;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Operators see who has what and why, and pull it back.
class FlagsOperatorTest {
    private static final Flag HOME = Flag.home(new StackName("aws"));
    private static final OperatedHouse HOUSE = new OperatedHouse(FlagsOperatorTest::with);

    private final OrgId org = Ids.org();

    /// A house beside which there is another stack.
    private static Ports with(Ports ports) {
        FlagPorts flags = ports.flags();
        return ports.with(
                FlagPorts.class,
                new FlagPorts(
                        flags.decisions(),
                        flags.overlay(),
                        flags.acknowledgements(),
                        flags.news(),
                        flags.instance(),
                        List.of(HOME)));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static HttpResponse<String> get(String role, String path) {
        return HOUSE.sendTo("/v1/operator/flags", role, "GET", path, "");
    }

    private static HttpResponse<String> post(String role, String path, String body) {
        return HOUSE.sendTo("/v1/operator/flags", role, "POST", path, body);
    }

    private String ours() {
        return "{\"orgs\":[\"%s\"],\"reason\":\"slow pages\"}".formatted(org);
    }

    private JsonNode decision(String flag) {
        for (JsonNode one : json(get("viewer", "/decisions?org=" + org)).path("decisions")) {
            if (one.path("flag").asText().equals(flag)) {
                return one;
            }
        }
        throw new AssertionError("no decision on " + flag);
    }

    @Test
    void an_org_is_pulled_back_and_it_is_seen_why_and_where() {
        HttpResponse<String> rolledBack = post("operator", "/waiting-room/rollback", ours());

        assertThat(rolledBack.statusCode()).isEqualTo(200);
        assertThat(decision("waiting-room").path("on").asBoolean()).isFalse();
        assertThat(decision("waiting-room").path("why").asText()).isEqualTo("killed");
        assertThat(decision("waiting-room").at("/said/reason").asText()).isEqualTo("slow pages");
        JsonNode applied =
                json(
                        get(
                                "releaser",
                                "/applied?revision=" + json(rolledBack).path("revision").asText()));
        assertThat(applied.path("applied").asInt()).isEqualTo(1);
        assertThat(applied.path("instances").asInt()).isEqualTo(1);
        assertThat(applied.path("millis").isNumber()).isTrue();
    }

    @Test
    void who_did_what_to_an_org_stands_in_its_trail() {
        var _ = post("operator", "/bulk-lane/rollback", ours());

        assertThat(
                        HOUSE.memory()
                                .audit()
                                .read(
                                        new AuditTrail.Query(
                                                0, AuditTrail.Period.ALWAYS, Optional.of(org), 10)))
                .extracting(record -> record.entry().action())
                .containsExactly("flag bulk-lane: kill");
    }

    @Test
    void to_let_on_takes_a_releaser() {
        refused(post("operator", "/checkout-v2/allow", ours()), 403, "forbidden");
        assertThat(post("releaser", "/checkout-v2/allow", ours()).statusCode()).isEqualTo(200);
        assertThat(decision("checkout-v2").path("why").asText()).isEqualTo("allowed");
        assertThat(post("operator", "/checkout-v2/rollback", ours()).statusCode()).isEqualTo(200);
        refused(post("operator", "/checkout-v2/lift", ours()), 403, "forbidden");
        assertThat(post("releaser", "/checkout-v2/lift", ours()).statusCode()).isEqualTo(200);
        assertThat(decision("checkout-v2").path("on").asBoolean()).isTrue();
        assertThat(post("operator", "/checkout-v2/withdraw", ours()).statusCode()).isEqualTo(200);
        assertThat(decision("checkout-v2").path("why").asText()).isEqualTo("not-reached");
    }

    @Test
    void one_org_is_forced_and_let_go() {
        String force =
                "{\"org\":\"%s\",\"to\":\"%s\",\"reason\":\"a try\"%s}"
                        .formatted(org, "on", ",\"until\":\"2099-01-01T00:00:00Z\"");

        assertThat(post("releaser", "/home-aws/override", force).statusCode()).isEqualTo(200);
        assertThat(decision("home-aws").path("why").asText()).isEqualTo("forced-on");
        assertThat(decision("home-aws").at("/said/until").asText())
                .isEqualTo("2099-01-01T00:00:00Z");
        refused(post("releaser", "/home-nowhere/override", force), 404, "not-found");
        String none = "{\"org\":\"%s\",\"to\":\"none\",\"reason\":\"done\"}".formatted(org);
        assertThat(post("releaser", "/home-aws/override", none).statusCode()).isEqualTo(200);
        assertThat(decision("home-aws").path("why").asText()).isEqualTo("not-reached");
    }

    @Test
    void every_flag_is_listed_with_what_was_said() {
        var _ = post("releaser", "/checkout-v2/allow", ours());

        JsonNode flags = json(get("viewer", "")).path("flags");

        assertThat(flags.findValuesAsText("flag"))
                .containsExactly("checkout-v2", "waiting-room", "bulk-lane", "home-aws");
        assertThat(flags.findValuesAsText("org")).contains("*", org.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\":\"whom?\"}",
                "{\"orgs\":[],\"reason\":\"whom?\"}",
                "{\"orgs\":[\"00DTURNOUT0000125A\"],\"everybody\":true,\"reason\":\"whom?\"}",
                "{\"orgs\":[\"a01000000000001\"],\"reason\":\"no org\"}",
                "{\"everybody\":true}",
                "{\"everybody\":true,\"reason\":\"  \"}",
                "{\"everybody\":true,\"reason\":\"ask ann@acme.example\"}"
            })
    void what_makes_no_sense_is_refused(String body) {
        refused(post("releaser", "/checkout-v2/rollback", body), 422, "invalid");
    }

    @Test
    void what_nobody_knows_is_not_found() {
        refused(post("releaser", "/unheard-of/rollback", ours()), 404, "not-found");
        refused(get("viewer", "/applied?revision=999999"), 404, "not-found");
        refused(get("viewer", "/applied?revision=last"), 404, "not-found");
        refused(get("viewer", "/decisions?org=x"), 422, "invalid");
        refused(post("viewer", "/checkout-v2/rollback", ours()), 403, "forbidden");
    }
}
