package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final String COMPOSITE = Client.DATA + "/composite";

    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void one_graph_fails_and_the_other_does_not() {
        String body =
                """
                {"graphs":[
                {"graphId":"good","compositeRequest":[{"method":"POST","referenceId":"a",
                 "url":"/services/data/v66.0/sobjects/Account","body":{"Name":"A"}}]},
                {"graphId":"bad","compositeRequest":[
                 {"method":"POST","referenceId":"b",
                  "url":"/services/data/v66.0/sobjects/Account","body":{"Name":"B"}},
                 {"method":"POST","referenceId":"c",
                  "url":"/services/data/v66.0/sobjects/Account","body":{}}]}]}\
                """;

        JsonNode graphs = desk.client().post(COMPOSITE + "/graph", body).json().path("graphs");

        assertThat(graphs.at("/0/isSuccessful").asBoolean()).isTrue();
        assertThat(graphs.at("/1/isSuccessful").asBoolean(true)).isFalse();
        assertThat(graphs.at("/1/graphResponse/compositeResponse/1/body/0/errorCode").asText())
                .isEqualTo("REQUIRED_FIELD_MISSING");
        String rows = "/orgs/" + Desk.ORG_A + "/rows/Account";
        assertThat(desk.admin().get(rows).json()).hasSize(1);
    }

    private static String node(String method, String path, String name, String body) {
        return "{\"method\":\"%s\",\"url\":\"%s/%s\",\"referenceId\":\"%s\",\"body\":%s}"
                .formatted(method, Client.DATA, path, name, body);
    }

    private static String many(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(","));
    }

    private static String graph(String id, String nodes) {
        return "{\"graphId\":\"%s\",\"compositeRequest\":[%s]}".formatted(id, nodes);
    }

    private Client.Answer send(String graphs) {
        return desk.client().post(COMPOSITE + "/graph", "{\"graphs\":[" + graphs + "]}");
    }

    private static String account(int number, String parent) {
        String body = "{\"Name\":\"A\",\"ParentId\":" + parent + "}";
        return node("POST", "sobjects/Account", "a" + number, body);
    }

    @Test
    void after_fourteen_failed_graphs_nothing_more_is_tried() {
        String bad = many(14, i -> graph("g" + i, node("POST", "sobjects/Account", "n", "{}")));
        String good = graph("last", account(0, "null"));

        JsonNode one = send(bad.substring(bad.indexOf(",{\"graphId") + 1) + "," + good).json();
        JsonNode none = send(bad + "," + good).json();

        assertThat(one.at("/graphs/13/isSuccessful").asBoolean()).isTrue();
        assertThat(none.at("/graphs/14/isSuccessful").asBoolean(true)).isFalse();
        assertThat(none.at("/graphs/14/graphResponse/compositeResponse/0/body/0/errorCode"))
                .hasToString("\"PROCESSING_HALTED\"");
        String rows = "/orgs/" + Desk.ORG_A + "/rows/Account";
        assertThat(desk.admin().get(rows).json()).hasSize(1);
    }

    @Test
    void a_chain_of_fifteen_is_followed_and_one_of_sixteen_is_not() {
        IntFunction<String> chain = i -> account(i, i == 0 ? "null" : "\"@{a" + (i - 1) + ".id}\"");

        assertThat(
                        send(graph("g", many(15, chain)))
                                .json()
                                .at("/graphs/0/isSuccessful")
                                .asBoolean())
                .isTrue();
        Client.Answer deep = send(graph("g", many(16, chain)));
        assertThat(deep.status()).isEqualTo(400);
        assertThat(deep.text()).contains("15 levels");
    }

    @Test
    void fifteen_kinds_of_nodes_are_taken_and_sixteen_are_not() {
        List<String> objects =
                List.of(
                        "Account",
                        "Contact",
                        "Event__c",
                        "Session__c",
                        "License__c",
                        "Attendee__c");
        IntFunction<String> kind =
                i -> {
                    String method = List.of("GET", "PATCH", "DELETE").get(i / 6);
                    String path = "sobjects/" + objects.get(i % 6) + "/001xx0000000001AAA";
                    return node(method, path, "n" + i, "{}");
                };

        assertThat(send(graph("g", many(15, kind))).status()).isEqualTo(200);
        assertThat(send(graph("g", many(16, kind))).text()).contains("15 different nodes");
    }

    @Test
    void a_graph_is_made_of_single_rows_and_has_a_name_of_its_own() {
        String query = node("GET", "query?q=SELECT+Id+FROM+Account", "q", "{}");

        assertThat(send(graph("g", query)).status()).isEqualTo(400);
        assertThat(
                        send(graph("g", account(0, "null")) + "," + graph("g", account(0, "null")))
                                .status())
                .isEqualTo(400);
    }
}
