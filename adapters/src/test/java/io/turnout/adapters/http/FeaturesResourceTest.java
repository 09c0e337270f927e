package io.turnout.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.contract.Ids;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.Terms;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an org's own administrator says of features, signed by its Salesforce.
class FeaturesResourceTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(
                    () -> Fair.NOON,
                    new HttpDoorSettings(
                            Duration.ofSeconds(5),
                            100,
                            100,
                            Optional.empty(),
                            new DeskSettings(URI.create("http://127.0.0.1"), Optional.empty()),
                            LaneSettings.USUAL));
    private static final byte[] SECRET = "the secret of this org, 32 bytes".getBytes(UTF_8);
    private static final byte[] OTHERS = "the secret of another, 32 bytes.".getBytes(UTF_8);
    private static final long NOW = Fair.NOON.getEpochSecond();

    private final RolloutUseCases rollouts = RolloutUseCases.over(HOUSE.memory.rollouts());
    private final OrgId org = Ids.org();

    @BeforeEach
    void welcome() {
        HOUSE.memory.orgs().welcome(org);
        HOUSE.secrets.keep(org, List.of(SECRET));
        Plan plan = rollouts.draft().draft(Terms.id(), Terms.terms(Terms.batch()), Terms.ANN);
        var _ = rollouts.change().change(plan.id(), new Order.Submit(1), Terms.ANN);
        var _ = rollouts.change().change(plan.id(), new Order.Approve(2), Terms.BOB);
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpResponse<String> send(String method, String path, String body, byte[] secret) {
        HttpRequest.Builder request =
                HOUSE.request("/v1/orgs/" + org + "/features" + path)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("webhook-id", "m1")
                        .header("webhook-timestamp", Long.toString(NOW))
                        .header("webhook-signature", Signed.signature(secret, "m1", NOW, body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return HOUSE.send(request);
    }

    private HttpResponse<String> says(String body) {
        return send("PUT", "/checkout-v2", body, SECRET);
    }

    @Test
    void an_org_sees_what_is_on_offer_and_chooses() {
        HttpResponse<String> offers = send("GET", "", "", SECRET);
        assertThat(offers.statusCode()).as(offers.body()).isEqualTo(200);
        assertThat(offers.body())
                .contains("checkout-v2", "\"offered\":true", "\"choice\":\"none\"")
                .doesNotContain("home-");

        HttpResponse<String> chosen = says("{\"choice\":\"in\",\"reason\":\"we like it\"}");

        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.body()).contains("\"choice\":\"in\"", "\"by\":\"org\"");
        assertThat(choice()).isEqualTo(Choice.IN);
        assertThat(HOUSE.memory.audit().read(AuditTrail.Query.after(0, 1_000)))
                .anySatisfy(
                        record -> {
                            assertThat(record.entry().actor()).isEqualTo("org:" + org);
                            assertThat(record.entry().action()).isEqualTo("choose checkout-v2: in");
                            assertThat(record.entry().subject()).isEqualTo("we like it");
                        });
        assertThat(page()).contains("early, please", "said by itself");
    }

    private Choice choice() {
        return Objects.requireNonNull(
                HOUSE.memory.rollouts().choices().of(Flag.CHECKOUT_V2).get(org));
    }

    private String page() {
        var session = Desks.signedIn(HOUSE, Role.VIEWER);
        return HOUSE.send(HOUSE.request("/operator/orgs/" + org).header("Cookie", session.cookie()))
                .body();
    }

    @Test
    void the_last_word_holds_and_a_repeat_changes_nothing() {
        for (String word : List.of("in", "in", "out", "out", "none", "none")) {
            assertThat(says("{\"choice\":\"" + word + "\"}").statusCode()).isEqualTo(200);
        }

        assertThat(HOUSE.memory.rollouts().choices().of(org)).isEmpty();
        assertThat(HOUSE.memory.audit().read(AuditTrail.Query.after(0, 1_000)))
                .filteredOn(record -> record.entry().actor().equals("org:" + org))
                .filteredOn(record -> record.entry().action().startsWith("choose"))
                .hasSize(3);
    }

    @Test
    void what_is_not_on_offer_or_no_choice_or_not_signed_by_the_org_is_refused() {
        assertThat(send("PUT", "/nothing", "{\"choice\":\"in\"}", SECRET).statusCode())
                .isEqualTo(404);
        assertThat(send("PUT", "/home-aws", "{\"choice\":\"in\"}", SECRET).statusCode())
                .isEqualTo(404);
        assertThat(says("{\"choice\":\"perhaps\"}").statusCode()).isEqualTo(422);
        assertThat(says("{\"choice\":\"in\",\"reason\":\"ask ann@example.com\"}").statusCode())
                .isEqualTo(422);
        assertThat(send("PUT", "/checkout-v2", "{\"choice\":\"in\"}", OTHERS).statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "", "", OTHERS).statusCode()).isEqualTo(401);
        assertThat(HOUSE.memory.rollouts().choices().of(org)).isEmpty();
    }
}
