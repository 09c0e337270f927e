package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HostResourceTest {
    private static final OperatedHouse HOUSE = new OperatedHouse();
    private static final String HOST = "/tickets.acme.example";

    private final OrgId org = Ids.org();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static HttpResponse<String> send(String role, String method, String path, String body) {
        return HOUSE.sendTo("/v1/operator/hosts", role, method, path, body);
    }

    private HttpResponse<String> put(String host) {
        return send("security-admin", "PUT", host, "{\"org\":\"" + org + "\"}");
    }

    @Test
    void a_host_is_kept_limited_closed_opened_and_removed() {
        String limited = "{\"org\":\"" + org + "\",\"limit\":{\"quota\":100,\"windowSeconds\":2}}";

        assertThat(put(HOST).statusCode()).isEqualTo(201);
        assertThat(json(send("operator", "POST", HOST + "/close", "")).at("/state").asText())
                .isEqualTo("closed");
        HttpResponse<String> changed = send("security-admin", "PUT", HOST, limited);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).at("/state").asText()).isEqualTo("closed");
        assertThat(json(changed).at("/limit/quota").asInt()).isEqualTo(100);
        assertThat(json(send("operator", "POST", HOST + "/open", "")).at("/state").asText())
                .isEqualTo("open");
        assertThat(json(send("viewer", "GET", "", "")).at("/hosts/0/host").asText())
                .isEqualTo("tickets.acme.example");
        assertThat(send("security-admin", "DELETE", HOST, "").statusCode()).isEqualTo(204);
        refused(send("security-admin", "DELETE", HOST, ""), 404, "not-found");
        refused(send("operator", "POST", HOST + "/close", ""), 404, "not-found");
    }

    @Test
    void another_orgs_host_is_not_taken_from_it() {
        String host = "/taken.example";
        var _ = put(host);

        refused(
                send("security-admin", "PUT", host, "{\"org\":\"" + Ids.org() + "\"}"),
                409,
                "version-conflict");
    }

    @Test
    void what_is_no_host_no_org_or_no_limit_is_refused() {
        refused(put("/127.0.0.1"), 404, "not-found");
        refused(
                send("security-admin", "PUT", "/a.example", "{\"org\":\"a01000000000001\"}"),
                422,
                "invalid");
        refused(
                send(
                        "security-admin",
                        "PUT",
                        "/a.example",
                        "{\"org\":\"" + org + "\",\"limit\":{\"quota\":0,\"windowSeconds\":1}}"),
                422,
                "invalid");
        refused(send("viewer", "GET", "?limit=0", ""), 422, "invalid");
        refused(send("viewer", "GET", "?cursor=-", ""), 422, "invalid");
    }

    @Test
    void each_role_does_its_own() {
        refused(send("operator", "PUT", HOST, "{\"org\":\"" + org + "\"}"), 403, "forbidden");
        refused(send("operator", "DELETE", HOST, ""), 403, "forbidden");
        refused(send("viewer", "POST", HOST + "/close", ""), 403, "forbidden");
        refused(send("auditor", "GET", "", ""), 403, "forbidden");
    }
}
