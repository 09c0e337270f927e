package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.audit.AuditTrail.Query;
import io.turnout.application.contract.Ids;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditResourceTest {
    private final OperatedHouse house = new OperatedHouse();
    private final OrgId org = Ids.org();

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> send(String role, String method, String path, String body) {
        return house.sendTo("/v1/operator", role, method, path, body);
    }

    private List<AuditRecord> kept() {
        return house.memory().audit().read(Query.after(0, 100));
    }

    @Test
    void what_changes_something_is_recorded_before_and_after_and_reading_is_not() {
        String host = "/hosts/tickets.acme.example";
        var _ = send("security-admin", "PUT", host, "{\"org\":\"" + org + "\"}");
        var _ = send("viewer", "GET", "/hosts", "");

        JsonNode answer = json(send("auditor", "GET", "/audit", ""));

        assertThat(answer.at("/records")).hasSize(3);
        JsonNode asked = answer.at("/records/0");
        assertThat(asked.at("/action").asText()).isEqualTo("PUT /v1/operator/hosts/{host}");
        assertThat(asked.at("/subject").asText()).isEqualTo("host=tickets.acme.example");
        assertThat(asked.at("/outcome").asText()).isEqualTo("asked");
        JsonNode changed = answer.at("/records/1");
        assertThat(changed.at("/subject").asText()).contains("state: - > OPEN");
        assertThat(changed.at("/previous")).isEqualTo(asked.at("/hash"));
        JsonNode done = answer.at("/records/2");
        assertThat(done.at("/outcome").asText()).isEqualTo("201");
        assertThat(done.at("/org").asText()).isEqualTo(org.value());
        assertThat(done.at("/previous")).isEqualTo(changed.at("/hash"));
        assertThat(done.at("/request")).isEqualTo(asked.at("/request"));
    }

    @Test
    void who_tries_what_is_not_theirs_is_recorded() {
        refused(send("viewer", "POST", "/hosts/a.example/close", ""), 403, "forbidden");

        assertThat(kept()).hasSize(1);
        assertThat(kept().getFirst().entry().outcome()).isEqualTo("403");
    }

    @Test
    void what_may_show_somebody_is_recorded_when_it_is_seen() {
        var _ = send("operator", "GET", "/set-aside?org=" + org, "");

        assertThat(kept()).hasSize(2);
        assertThat(kept().getFirst().entry().org()).contains(org);
    }

    @Test
    void nothing_that_was_typed_is_recorded_but_ids() {
        var _ = send("security-admin", "PUT", "/hosts/ada%40example.com", "{\"org\":\"x y\"}");

        assertThat(kept()).isNotEmpty();
        assertThat(kept()).allSatisfy(one -> assertThat(one.entry().subject()).isEqualTo("host=?"));
        assertThat(kept()).allSatisfy(one -> assertThat(one.entry().org()).isEmpty());
    }

    @Test
    void pages_periods_and_orgs_can_be_asked_for() {
        for (int i = 0; i < 3; i++) {
            var _ = send("operator", "POST", "/hosts/a.example/close", "");
        }

        JsonNode page = json(send("auditor", "GET", "/audit?limit=4", ""));
        assertThat(page.at("/records")).hasSize(4);
        assertThat(
                        json(send(
                                        "auditor",
                                        "GET",
                                        "/audit?limit=4&cursor=" + page.at("/next").asText(),
                                        ""))
                                .at("/records"))
                .hasSize(2);
        assertThat(json(send("auditor", "GET", "/audit?about=" + org, "")).at("/records"))
                .isEmpty();
        assertThat(
                        json(send("auditor", "GET", "/audit?to=2000-01-01T00:00:00Z", ""))
                                .at("/records"))
                .isEmpty();
        refused(send("auditor", "GET", "/audit?from=yesterday", ""), 422, "invalid");
        refused(send("auditor", "GET", "/audit?cursor=x", ""), 422, "invalid");
        refused(send("auditor", "GET", "/audit?limit=1001", ""), 422, "invalid");
        refused(send("operator", "GET", "/audit", ""), 403, "forbidden");
    }
}
