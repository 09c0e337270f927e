package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorErasureTest {
    private static final OperatedHouse HOUSE = new OperatedHouse();
    private final OrgId org = Ids.org();

    @BeforeEach
    void welcome() {
        HOUSE.memory().orgs().welcome(org);
        HOUSE.memory().orgs().welcome(Ids.org());
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static HttpResponse<String> send(String role, String method, String path, String body) {
        return HOUSE.sendTo("/v1/operator/erasures", role, method, path, body);
    }

    private String body() {
        return "{\"email\":\"ada@example.com\",\"org\":\"" + org + "\"}";
    }

    @Test
    void somebody_is_forgotten_in_one_org() {
        HttpResponse<String> asked = send("security-admin", "POST", "", body());

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).at("/orgs").asInt()).isEqualTo(1);
        assertThat(json(asked).at("/erasures/0/org").asText()).isEqualTo(org.value());
        String id = json(asked).at("/id").asText();
        assertThat(json(send("security-admin", "GET", "/" + id, "")).at("/orgs").asInt())
                .isEqualTo(1);
        assertThat(asked.body()).doesNotContain("ada");
    }

    @Test
    void or_wherever_they_are_known() {
        HttpResponse<String> asked =
                send("security-admin", "POST", "", "{\"email\":\"ada@example.com\"}");

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).at("/orgs").asInt()).isGreaterThan(1);
        assertThat(json(asked).at("/missing")).isEmpty();
    }

    @Test
    void the_latest_are_listed_a_page_at_a_time_and_name_nobody() {
        String older = json(send("security-admin", "POST", "", body())).at("/id").asText();
        String newer = json(send("security-admin", "POST", "", body())).at("/id").asText();

        List<String> ids = new ArrayList<>();
        List<String> ofOrgs = new ArrayList<>();
        String next = "";
        do {
            HttpResponse<String> page = send("security-admin", "GET", "?limit=1" + next, "");
            ids.add(json(page).at("/erasures/0/id").asText());
            ofOrgs.add(ids.getLast() + json(page).at("/erasures/0/org").asText());
            assertThat(json(page).at("/erasures/0/state").asText()).isEqualTo("asked");
            assertThat(page.body()).doesNotContain("ada");
            next = "&cursor=" + json(page).at("/next").asText();
        } while (!ids.containsAll(List.of(newer, older)));

        assertThat(ofOrgs).doesNotHaveDuplicates();
        refused(send("security-admin", "GET", "?cursor=x", ""), 422, "invalid");
        refused(send("operator", "GET", "", ""), 403, "forbidden");
    }

    @Test
    void others_may_not_and_nonsense_is_refused() {
        refused(send("operator", "POST", "", body()), 403, "forbidden");
        refused(send("viewer", "GET", "/" + new java.util.UUID(1, 1), ""), 403, "forbidden");
        refused(
                send("security-admin", "GET", "/" + new java.util.UUID(1, 1), ""),
                404,
                "not-found");
        refused(send("security-admin", "GET", "/x", ""), 404, "not-found");
        refused(send("security-admin", "POST", "", "{\"email\":\"ada\"}"), 422, "invalid");
        refused(
                send(
                        "security-admin",
                        "POST",
                        "",
                        "{\"email\":\"a@example.com\",\"org\":\"a01000000000001\"}"),
                422,
                "invalid");
    }
}
