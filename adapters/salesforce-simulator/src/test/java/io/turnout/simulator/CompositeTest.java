package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompositeTest {
    private static final String COMPOSITE = Client.DATA + "/composite";

    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    private static String parts(boolean allOrNone, String email) {
        return """
        {"allOrNone":%s,"compositeRequest":[
        {"method":"POST","url":"/services/data/v66.0/sobjects/Event__c","referenceId":"ev",
         "body":{"Name":"New","External_Id__c":"evt-new"}},
        {"method":"GET","url":"/services/data/v66.0/sobjects/Event__c/@{ev.id}?fields=Name",
         "referenceId":"seen"},
        {"method":"PATCH","referenceId":"att",
         "url":"/services/data/v66.0/composite/sobjects/Attendee__c/External_Id__c",
         "body":{"records":[{"External_Id__c":"a","Email__c":"%s","Event__c":"@{ev.id}"}]}}
        ]}\
        """
                .formatted(allOrNone, email);
    }

    @Test
    void later_parts_quote_earlier_ones_for_the_price_of_one_call() {
        Client.Answer answer = desk.client().post(COMPOSITE, parts(true, "a@x.example"));

        JsonNode parts = answer.json().path("compositeResponse");
        assertThat(parts)
                .extracting(p -> p.path("httpStatusCode").asInt())
                .containsExactly(201, 200, 200);
        assertThat(parts.at("/0/httpHeaders/Location").asText())
                .endsWith(parts.at("/0/body/id").asText());
        assertThat(parts.at("/1/body/Name").asText()).isEqualTo("New");
        assertThat(desk.stored("a", "Event__c")).isEqualTo(parts.at("/0/body/id").asText());
        assertThat(answer.header("Sforce-Limit-Info")).isEqualTo("api-usage=1/115000");
    }

    @Test
    void all_or_none_undoes_what_went_well_and_says_so() {
        JsonNode parts =
                desk.client()
                        .post(COMPOSITE, parts(true, "no address"))
                        .json()
                        .path("compositeResponse");

        assertThat(parts.at("/0/httpStatusCode").asInt()).isEqualTo(400);
        assertThat(parts.at("/0/body/0/errorCode").asText()).isEqualTo("PROCESSING_HALTED");
        assertThat(parts.at("/2/body/0/errors/0/statusCode").asText())
                .isEqualTo("INVALID_EMAIL_ADDRESS");
        assertThat(events()).isEqualTo(2);
        assertThat(desk.stored()).isEmpty();
    }

    @Test
    void without_all_or_none_the_good_parts_stay() {
        JsonNode parts =
                desk.client()
                        .post(COMPOSITE, parts(false, "no address"))
                        .json()
                        .path("compositeResponse");

        assertThat(parts.at("/0/httpStatusCode").asInt()).isEqualTo(201);
        assertThat(events()).isEqualTo(3);
    }

    private int events() {
        return desk.admin().get("/orgs/" + Desk.ORG_A + "/rows/Event__c").json().size();
    }

    @Test
    void reading_parts_see_what_the_writing_ones_have_done_so_far() {
        String body =
                """
                {"allOrNone":true,"compositeRequest":[
                {"method":"POST","url":"/services/data/v66.0/sobjects/Account","referenceId":"a",
                 "body":{"Name":"Acme"}},
                {"method":"GET","referenceId":"q","url":"/services/data/v66.0/query?q=%s"},
                {"method":"GET","referenceId":"n",
                 "url":"/services/data/v66.0/queryAll/?q=SELECT+COUNT()+FROM+Account"},
                {"method":"GET","referenceId":"d",
                 "url":"/services/data/v66.0/sobjects/Account/describe/"},
                {"method":"POST","url":"/services/data/v66.0/composite/sobjects/Account",
                 "referenceId":"r","body":{"ids":["@{q.records[0].Id}"],"fields":["Name"]}},
                {"method":"DELETE","referenceId":"x",
                 "url":"/services/data/v66.0/composite/sobjects?ids=@{a.id}"}]}\
                """
                        .formatted(
                                "SELECT Id, Name, CreatedDate FROM Account"
                                        + " WHERE Id = '@{a.id}' AND Name LIKE 'A%'");

        JsonNode parts = desk.client().post(COMPOSITE, body).json().path("compositeResponse");

        assertThat(parts)
                .extracting(p -> p.path("httpStatusCode").asInt())
                .containsExactly(201, 200, 200, 200, 200, 200);
        assertThat(parts.at("/1/body/records/0/Name").asText()).isEqualTo("Acme");
        assertThat(parts.at("/1/body/records/0/CreatedDate").asText()).startsWith("20");
        assertThat(parts.at("/2/body/totalSize").asInt()).isEqualTo(1);
        assertThat(parts.at("/3/body/fields")).isNotEmpty();
        assertThat(parts.at("/4/body/0/Name").asText()).isEqualTo("Acme");
        assertThat(parts.at("/5/body/0/success").asBoolean()).isTrue();
    }

    @Test
    void the_parts_of_a_batch_know_nothing_of_each_other_and_may_be_halted() {
        String batch =
                """
                {"haltOnError":%s,"batchRequests":[
                {"method":"POST","url":"v66.0/sobjects/Account","richInput":{"Name":"Acme"}},
                {"method":"POST","url":"v66.0/sobjects/Account","richInput":{}},
                {"method":"GET","url":"/services/data/v66.0/query?q=SELECT+COUNT()+FROM+Account"}
                ]}\
                """;

        JsonNode all = desk.client().post(COMPOSITE + "/batch", batch.formatted(false)).json();
        JsonNode halted = desk.client().post(COMPOSITE + "/batch", batch.formatted(true)).json();

        assertThat(all.path("hasErrors").asBoolean()).isTrue();
        assertThat(all.path("results"))
                .extracting(r -> r.path("statusCode").asInt())
                .containsExactly(201, 400, 200);
        assertThat(all.at("/results/2/result/totalSize").asInt()).isEqualTo(1);
        assertThat(halted.at("/results/2/statusCode").asInt()).isEqualTo(412);
        assertThat(halted.at("/results/2/result/0/errorCode").asText())
                .isEqualTo("BATCH_PROCESSING_HALTED");
    }

    @Test
    void a_tree_grows_whole_or_not_at_all() {
        String tree =
                """
                {"records":[{"attributes":{"type":"Account","referenceId":"r1"},"Name":"Acme",
                "Contacts":{"records":[
                {"attributes":{"type":"Contact","referenceId":"r2"},"LastName":"Doe"},
                {"attributes":{"type":"Contact","referenceId":"r3"},%s}]}}]}\
                """;
        String path = COMPOSITE + "/tree/Account";

        assertThat(desk.client().post(path, "{}").status()).isEqualTo(400);
        Client.Answer bad = desk.client().post(path, tree.formatted("\"FirstName\":\"Jo\""));
        Client.Answer good = desk.client().post(path, tree.formatted("\"LastName\":\"Roe\""));

        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().path("hasErrors").asBoolean()).isTrue();
        assertThat(bad.json().path("results")).hasSize(1);
        assertThat(bad.json().at("/results/0/referenceId").asText()).isEqualTo("r3");
        assertThat(good.status()).isEqualTo(201);
        assertThat(good.json().path("results")).hasSize(3);
        JsonNode contacts = desk.admin().get("/orgs/" + Desk.ORG_A + "/rows/Contact").json();
        assertThat(contacts)
                .hasSize(2)
                .allMatch(
                        c ->
                                c.path("AccountId")
                                        .asText()
                                        .equals(good.json().at("/results/0/id").asText()));
    }

    @Test
    void too_many_parts_and_two_of_one_name_are_refused() {
        String part =
                "{\"method\":\"GET\",\"referenceId\":\"%s\","
                        + "\"url\":\"/services/data/v66.0/limits\"}";
        StringBuilder many = new StringBuilder(part.formatted("p0"));
        for (int i = 1; i < 26; i++) {
            many.append(',').append(part.formatted("p" + i));
        }
        String body = "{\"compositeRequest\":[%s]}";
        String twins = part.formatted("same") + "," + part.formatted("same");

        assertThat(desk.client().post(COMPOSITE, body.formatted(many)).status()).isEqualTo(400);
        assertThat(desk.client().post(COMPOSITE, body.formatted(twins)).status()).isEqualTo(400);
    }
}
