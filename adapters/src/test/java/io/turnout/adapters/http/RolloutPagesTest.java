package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.application.contract.Ids;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.Terms;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Plans on the dashboard: they are shown, and what is done to them there is done.
class RolloutPagesTest {
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
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ROOM = "/operator/rollouts";

    private final RolloutUseCases rollouts = RolloutUseCases.over(HOUSE.memory.rollouts());
    private final Desks.Session releaser = Desks.signedIn(HOUSE, Role.RELEASER);
    private final OrgId org = welcome();

    private static OrgId welcome() {
        OrgId org = Ids.org();
        HOUSE.memory.orgs().welcome(org);
        return org;
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        HOUSE.close();
    }

    private PlanId submitted() {
        Plan plan =
                rollouts.draft().draft(Terms.id(), Terms.terms(Terms.wave("one", org)), Terms.ANN);
        var _ = rollouts.change().change(plan.id(), new Order.Submit(1), Terms.ANN);
        return plan.id();
    }

    private PlanState state(PlanId plan) {
        return rollouts.show().show(plan).orElseThrow().rollout().plan().state();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HOUSE.request(path).GET());
    }

    private HttpResponse<String> post(String path, String fields) throws Exception {
        return send(
                HOUSE.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "csrf=" + releaser.token() + "&" + fields)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(
                request.header("Cookie", releaser.cookie()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_plan_is_listed_shown_approved_and_paused() throws Exception {
        PlanId plan = submitted();
        String page = ROOM + "/" + plan;

        assertThat(get(ROOM).body()).contains("new checkout", "in review");
        assertThat(get(page).body()).contains("waits for somebody else", "Approve…", "ann");
        assertThat(get(page + "/go/approve").body()).contains("Its terms are approved", "version");
        assertThat(post(page + "/go/approve", "version=2&reason=fine").statusCode()).isEqualTo(303);
        assertThat(state(plan)).isEqualTo(PlanState.APPROVED);
        while (rollouts.advance().advance()) {
            // Until its first wave has begun.
        }

        assertThat(get("/operator/calendar").body()).contains(org.value(), "wave");
        assertThat(get(page + "/waves/1").body()).contains("1 of", "listed", org.value());
        assertThat(get(page).body()).contains("Pause…", "waits for its night", org.value());
        assertThat(post(page + "/stop/pause", "reason=wait").statusCode()).isEqualTo(303);
        assertThat(state(plan)).isEqualTo(PlanState.PAUSED);
        assertThat(get(page + "/waves/1/roll-back").body())
                .contains("nobody", "The plan is paused");
        assertThat(post(page + "/stop/roll-back", "reason=bad").statusCode()).isEqualTo(303);
        assertThat(state(plan)).isEqualTo(PlanState.ROLLED_BACK);
        assertThat(get(page).body()).contains("rolled back");
    }

    @Test
    void what_cannot_be_done_is_refused_and_says_why() throws Exception {
        String page = ROOM + "/" + submitted();

        assertThat(post(page + "/go/approve", "version=1&reason=fine").statusCode()).isEqualTo(409);
        assertThat(post(page + "/go/approve", "version=2&reason=").statusCode()).isEqualTo(422);
        assertThat(post(page + "/go/resume", "version=2&reason=on").body())
                .contains("not in the state it is in");
        assertThat(get(page + "/go/pause").statusCode()).isEqualTo(404);
        assertThat(get(page + "/waves/2/roll-back").statusCode()).isEqualTo(404);
        assertThat(get(ROOM + "/" + Terms.id()).statusCode()).isEqualTo(404);
        assertThat(get(ROOM + "/nothing").statusCode()).isEqualTo(404);
    }
}
