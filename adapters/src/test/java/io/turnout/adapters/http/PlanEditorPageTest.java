package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.application.contract.Ids;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.Rollouts;
import io.turnout.application.rollout.Terms;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.Rollout;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Plans are written by plain forms: whatever is sent, what was typed comes back.
class PlanEditorPageTest {
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
    private static final String NEW = "/operator/rollouts/new";
    private static final Pattern INPUT =
            Pattern.compile("<input [^>]*name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern SELECT =
            Pattern.compile("<select [^>]*name=\"([^\"]*)\"(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("value=\"([^\"]*)\"\\s+selected");

    private final RolloutUseCases rollouts = RolloutUseCases.over(HOUSE.memory.rollouts());
    private final Desks.Session releaser = Desks.signedIn(HOUSE, Role.RELEASER);
    private final OrgId org = Ids.org();

    @AfterAll
    static void close() {
        CLIENT.close();
        HOUSE.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HOUSE.request(path).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String button)
            throws Exception {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", releaser.token());
        all.put("do", button);
        String body =
                all.entrySet().stream()
                        .map(
                                one ->
                                        one.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HOUSE.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(
                request.header("Cookie", releaser.cookie()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// What a browser would send of the form as it stands.
    private static Map<String, String> typed(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            fields.put(input.group(1), input.group(2));
        }
        Matcher select = SELECT.matcher(page);
        while (select.find()) {
            Matcher chosen = CHOSEN.matcher(select.group(2));
            fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
        }
        return fields;
    }

    private Map<String, String> listed(String page) {
        Map<String, String> fields = typed(page);
        fields.put("title", "The checkout in steps");
        fields.put("flag", "checkout-v2");
        fields.put("reason", "it is ready");
        fields.put("w0-whom", "listed");
        fields.put("w0-orgs", org.value());
        return fields;
    }

    private Rollout kept(PlanId plan) {
        return HOUSE.memory.rollouts().rollouts().find(plan).orElseThrow();
    }

    private static PlanId id(Map<String, String> fields) {
        return PlanId.valueOf(fields.getOrDefault("id", ""));
    }

    @Test
    void a_new_plan_begins_with_the_four_waves_that_are_promised() throws Exception {
        Map<String, String> fields = typed(get(NEW).body());

        assertThat(fields)
                .containsEntry("waves", "4")
                .containsEntry("w0-whom", "own-tests")
                .containsEntry("w1-whom", "opted-in")
                .containsEntry("w2-atMost", "25")
                .containsEntry("w3-whom", "anybody")
                .containsEntry("errorRate", "1")
                .containsEntry("budget", "90");
    }

    @Test
    void waves_are_added_moved_and_removed_and_what_was_typed_stays() throws Exception {
        Map<String, String> fields = listed(get(NEW).body());
        fields.put("w1-title", "\"Betas\" & <others>");
        fields.put("errorRate", "a lot");

        String up = post(NEW, fields, "up-1").body();
        assertThat(up)
                .contains("&quot;Betas&quot; &amp; &lt;others&gt;", "value=\"a lot\"")
                .doesNotContain("<others>");
        String removed = post(NEW, fields, "remove-0").body();
        String added = post(NEW, fields, "add").body();

        assertThat(typed(up)).containsEntry("w1-whom", "listed").containsEntry("waves", "4");
        assertThat(up).contains(org.value());
        assertThat(typed(removed)).containsEntry("waves", "3").containsEntry("w0-whom", "opted-in");
        assertThat(typed(added)).containsEntry("waves", "5").containsEntry("w4-whom", "anybody");
        assertThat(typed(added).get("w4-key")).isEqualTo("k5");
        assertThat(HOUSE.memory.rollouts().rollouts().find(id(fields))).isEmpty();
    }

    @Test
    void whom_it_takes_is_shown_and_nothing_is_kept() throws Exception {
        HOUSE.memory.orgs().welcome(org);
        Map<String, String> fields = listed(get(NEW).body());

        HttpResponse<String> page = post(NEW, fields, "preview");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Nothing is kept yet", "time zone unknown", "without a night")
                .contains("Other than what is live", "in earlier wave", org.value());
        assertThat(HOUSE.memory.rollouts().rollouts().find(id(fields))).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_beside_its_field() throws Exception {
        Map<String, String> fields = listed(get(NEW).body());
        fields.put("flag", "");
        fields.put("title", " ");
        fields.put("reason", "");
        fields.put("errorRate", "101");
        fields.put("notBefore", "soon");
        fields.put("w0-orgs", "nobody");
        fields.put("w1-zones", "Europe/Atlantis");
        fields.put("w2-opens", "01:00");
        fields.put("w2-closes", "12:00");
        fields.put("w3-bakeMinutes", "-1");

        HttpResponse<String> page = post(NEW, fields, "save");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"title-wrong\"", "id=\"errorRate-wrong\"", "id=\"reason-wrong\"")
                .contains("id=\"notBefore-wrong\"", "id=\"k1-orgs-wrong\"")
                .contains("id=\"k4-bakeMinutes-wrong\"", "aria-invalid", "value=\"soon\"");
        fields.put("title", "fine");
        fields.put("reason", "fine");
        fields.put("errorRate", "1");
        fields.put("notBefore", "2027-01-01T00:00");
        fields.put("w0-orgs", org.value());
        fields.put("w3-bakeMinutes", "1");
        assertThat(post(NEW, fields, "save").body()).contains("id=\"flag-wrong\"");
        fields.put("flag", "checkout-v2");
        assertThat(post(NEW, fields, "save").body()).contains("id=\"k2-zones-wrong\"");
        fields.put("w1-zones", "");
        assertThat(post(NEW, fields, "save").body()).contains("id=\"k3-closes-wrong\"");
    }

    @Test
    void a_plan_is_kept_once_however_often_it_is_sent_and_submitted() throws Exception {
        Map<String, String> fields = listed(get(NEW).body());

        assertThat(post(NEW, fields, "save").statusCode()).isEqualTo(303);
        assertThat(post(NEW, fields, "save").statusCode()).isEqualTo(303);
        Plan plan = kept(id(fields)).plan();
        assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
        assertThat(plan.version()).isEqualTo(1);
        assertThat(plan.owner()).isEqualTo("ops-releaser");

        String edit = "/operator/rollouts/" + plan.id() + "/edit";
        Map<String, String> again = typed(get(edit).body());
        again.put("w0-orgs", org.value());
        again.put("reason", "one wave less");
        again.put("w1-title", "The second");
        assertThat(post(edit, again, "submit").statusCode()).isEqualTo(303);

        Plan asked = kept(plan.id()).plan();
        assertThat(asked.state()).isEqualTo(PlanState.IN_REVIEW);
        assertThat(asked.waves().get(1).terms().title()).isEqualTo("The second");
        assertThat(asked.waves().get(0).terms()).isEqualTo(plan.waves().get(0).terms());
        assertThat(asked.guard()).isEqualTo(plan.guard());
        assertThat(asked.notBefore()).isEqualTo(plan.notBefore());
    }

    @Test
    void what_was_typed_while_somebody_else_changed_it_is_not_lost() throws Exception {
        Plan plan =
                rollouts.draft().draft(Terms.id(), Terms.terms(Terms.wave("one", org)), Terms.ANN);
        String edit = "/operator/rollouts/" + plan.id() + "/edit";
        Map<String, String> fields = typed(get(edit).body());
        fields.put("w0-orgs", org.value());
        fields.put("title", "Mine");
        fields.put("reason", "better so");
        var _ =
                rollouts.change()
                        .change(
                                plan.id(),
                                new Order.Edit(1, Terms.terms(Terms.wave("theirs", org))),
                                Terms.BOB);

        HttpResponse<String> page = post(edit, fields, "save");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("bob", "theirs", "looks good", "value=\"Mine\"");
        Map<String, String> next = typed(page.body());
        next.put("w0-orgs", org.value());
        assertThat(next).containsEntry("version", "2");
        assertThat(post(edit, next, "save").statusCode()).isEqualTo(303);
        assertThat(kept(plan.id()).plan().title()).isEqualTo("Mine");
        assertThat(rollouts.history().show(plan.id(), Rollouts.HISTORY_MAX)).hasSize(3);
    }

    @Test
    void a_plan_that_runs_is_not_edited_and_an_unknown_one_neither() throws Exception {
        Plan plan =
                rollouts.draft().draft(Terms.id(), Terms.terms(Terms.wave("one", org)), Terms.ANN);
        var _ = rollouts.change().change(plan.id(), new Order.Abort(), Terms.ANN);

        String edit = "/operator/rollouts/" + plan.id() + "/edit";

        assertThat(get(edit).statusCode()).isEqualTo(409);
        assertThat(get("/operator/rollouts/" + Terms.id() + "/edit").statusCode()).isEqualTo(404);
        assertThat(post(edit, listed(get(NEW).body()), "save").statusCode()).isEqualTo(422);
    }

    @Test
    void a_form_without_the_token_of_its_session_changes_nothing() throws Exception {
        Map<String, String> fields = listed(get(NEW).body());
        HttpResponse<String> answer =
                send(
                        HOUSE.request(NEW)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "csrf=guessed&do=save&id=" + fields.get("id"))));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("open the page anew");
        assertThat(HOUSE.memory.rollouts().rollouts().find(id(fields))).isEmpty();
    }
}
