package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    private static final String ROWS = Client.DATA + "/sobjects/";

    private final Desk desk = Desk.open();
    private final Client client = desk.client();

    @AfterEach
    void close() {
        desk.close();
    }

    private static String code(Client.Answer answer) {
        return answer.status() + " " + answer.json().at("/0/errorCode").asText();
    }

    @Test
    void a_row_is_made_shown_changed_and_deleted_once() {
        Client.Answer made = client.post(ROWS + "Account", "{\"Name\":\"Acme\"}");
        String row = ROWS + "Account/" + made.json().path("id").asText();
        Client.Answer changed = client.patch(row + "/", "{\"Phone\":\"1\",\"AnnualRevenue\":5}");
        JsonNode shown = client.get(row + "?fields=Name,AnnualRevenue").json();
        Client.Answer deleted = client.delete(row);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(row);
        assertThat(made.text())
                .isEqualTo("{\"id\":\"001xx0000000001AAA\",\"success\":true,\"errors\":[]}");
        assertThat(changed.status()).isEqualTo(204);
        assertThat(changed.text()).isEmpty();
        assertThat(shown)
                .hasToString(
                        "{\"attributes\":{\"type\":\"Account\",\"url\":\""
                                + row
                                + "\"},\"Name\":\"Acme\",\"AnnualRevenue\":5.0}");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(code(client.delete(row))).isEqualTo("404 ENTITY_IS_DELETED");
        assertThat(code(client.get(row))).isEqualTo("404 ENTITY_IS_DELETED");
    }

    @Test
    void an_error_of_a_single_row_has_an_error_code_and_fields() {
        Client.Answer answer = client.post(ROWS + "Attendee__c", "{\"Email__c\":\"a@x.example\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo(
                        "[{\"message\":\"Required fields are missing: [Event__c]\","
                                + "\"errorCode\":\"REQUIRED_FIELD_MISSING\","
                                + "\"fields\":[\"Event__c\"]}]");
    }

    @Test
    void an_upsert_says_201_for_new_and_200_for_known_and_never_takes_the_key_twice() {
        String path = ROWS + "Contact/External_Id__c/c%2D1";

        Client.Answer made = client.patch(path, "{\"LastName\":\"Doe\"}");
        Client.Answer known = client.patch(path, "{\"LastName\":\"Roe\",\"FirstName\":\"Jo\"}");
        Client.Answer twice = client.patch(path, "{\"External_Id__c\":\"c-1\"}");
        JsonNode shown = client.get(path).json();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("created").asBoolean()).isTrue();
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.json().path("created").asBoolean(true)).isFalse();
        assertThat(code(twice)).isEqualTo("400 INVALID_FIELD");
        assertThat(shown.path("Name").asText()).isEqualTo("Jo Roe");
        assertThat(shown.path("External_Id__c").asText()).isEqualTo("c-1");
        assertThat(code(client.patch(ROWS + "Contact/External_Id__c/no?updateOnly=true", "{}")))
                .isEqualTo("404 NOT_FOUND");
        assertThat(code(client.patch(ROWS + "Contact/Nope__c/1", "{}"))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void a_key_that_names_two_rows_is_a_list_of_choices_and_nothing_is_written() {
        String twin = "{\"LastName\":\"Doe\",\"Legacy_Id__c\":\"7\"}";
        assertThat(client.post(ROWS + "Contact", twin).status()).isEqualTo(201);
        assertThat(client.post(ROWS + "Contact", twin).status()).isEqualTo(201);

        Client.Answer choices =
                client.patch(ROWS + "Contact/Legacy_Id__c/7", "{\"LastName\":\"Lost\"}");

        assertThat(choices.status()).isEqualTo(300);
        assertThat(choices.text())
                .isEqualTo(
                        "[\"/services/data/v66.0/sobjects/Contact/003xx0000000001AAA\","
                                + "\"/services/data/v66.0/sobjects/Contact/003xx0000000002AAA\"]");
        assertThat(client.get(ROWS + "Contact/003xx0000000001AAA").text()).doesNotContain("Lost");
    }

    @Test
    void what_does_not_exist_and_what_cannot_be_read_are_refused() {
        assertThat(code(client.get(ROWS + "Nope__c/001xx0000000001AAA")))
                .isEqualTo("404 NOT_FOUND");
        assertThat(code(client.get(ROWS + "Account/001xx0000000001AAA")))
                .isEqualTo("404 NOT_FOUND");
        assertThat(code(client.post(ROWS + "Account", "{\"Name\":")))
                .isEqualTo("400 JSON_PARSER_ERROR");
        assertThat(code(client.post(ROWS + "Account", "{\"Name\":\"A\",\"AnnualRevenue\":\"x\"}")))
                .isEqualTo("400 JSON_PARSER_ERROR");
        assertThat(code(client.get("/services/data/v45.0/limits"))).isEqualTo("404 NOT_FOUND");
        assertThat(code(client.get("/services/data/v69.0/limits"))).isEqualTo("404 NOT_FOUND");
        assertThat(code(client.delete("/services/data/v66.0/limits")))
                .isEqualTo("405 METHOD_NOT_ALLOWED");
        assertThat(code(client.post(ROWS + "Account/describe", "{}")))
                .isEqualTo("405 METHOD_NOT_ALLOWED");
        assertThat(code(client.post(ROWS + "Organization", "{}")))
                .isEqualTo("400 INSUFFICIENT_ACCESS_OR_READONLY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50.0", "55.0", "56.0"})
    void the_version_a_client_asks_for_unless_told_otherwise_is_served(String version) {
        Client.Answer answer = client.get("/services/data/v" + version + "/sobjects/Account");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.get("/services/data").text()).doesNotContain(version);
    }

    @Test
    void a_request_line_or_headers_beyond_16_kib_are_refused() {
        String long16 = "x".repeat(17_000);

        Client.Answer line = client.get(ROWS + "Account/" + long16);
        Client.Answer headers = client.send(client.request(ROWS).header("X-Long", long16).GET());

        assertThat(line.status()).isEqualTo(414);
        assertThat(headers.status()).isEqualTo(431);
    }

    @Test
    void the_org_describes_itself() {
        JsonNode resources = client.get(Client.DATA + "/").json();
        JsonNode objects = client.get(ROWS).json();
        JsonNode describe = client.get(ROWS + "Attendee__c/describe/").json();
        JsonNode event = client.get(ROWS + "Event__c/describe").json();
        JsonNode limits = client.get(Client.DATA + "/limits/").json();

        assertThat(resources.path("sobjects").asText()).isEqualTo("/services/data/v66.0/sobjects");
        assertThat(objects.path("sobjects"))
                .extracting(o -> o.path("name").asText())
                .contains("Event__c", "Attendee__c", "License__c", "Account");
        assertThat(field(describe, "External_Id__c").path("externalId").asBoolean()).isTrue();
        assertThat(field(describe, "External_Id__c").path("unique").asBoolean()).isTrue();
        assertThat(field(describe, "External_Id__c").path("caseSensitive").asBoolean()).isFalse();
        assertThat(field(describe, "Event__c").path("nillable").asBoolean(true)).isFalse();
        assertThat(field(describe, "Event__c").path("relationshipName").asText())
                .isEqualTo("Event__r");
        assertThat(event.path("childRelationships"))
                .extracting(c -> c.path("relationshipName").asText())
                .contains("Attendees__r", "Sessions__r", "Event_Items__r");
        assertThat(limits.at("/DailyApiRequests/Remaining").asInt()).isEqualTo(115_000 - 5);
    }

    @Test
    void a_removed_field_is_gone_from_describe_and_a_required_one_is_there() {
        desk.fault("{\"kind\":\"field-removed\",\"object\":\"Account\",\"field\":\"Phone\"}");
        desk.fault("{\"kind\":\"field-required\",\"object\":\"Account\",\"field\":\"New__c\"}");

        JsonNode describe = client.get(ROWS + "Account/describe").json();

        assertThat(field(describe, "Phone").isMissingNode()).isTrue();
        assertThat(field(describe, "New__c").path("nillable").asBoolean(true)).isFalse();
    }

    private static JsonNode field(JsonNode describe, String name) {
        for (JsonNode field : describe.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        return Client.JSON.missingNode();
    }

    @Test
    void changed_and_deleted_rows_are_listed_for_their_span_of_time() {
        String id = client.post(ROWS + "Account", "{\"Name\":\"A\"}").json().path("id").asText();
        String gone = client.post(ROWS + "Account", "{\"Name\":\"B\"}").json().path("id").asText();
        assertThat(client.delete(ROWS + "Account/" + gone).status()).isEqualTo(204);
        String stamp = client.get(ROWS + "Account/" + id).json().path("SystemModstamp").asText();
        String span = span(stamp, -60) + "&end=" + Client.encode(shifted(stamp, 60));

        JsonNode updated = client.get(ROWS + "Account/updated/?start=" + span).json();
        JsonNode deleted = client.get(ROWS + "Account/deleted?start=" + span).json();

        assertThat(updated.path("ids")).map(JsonNode::asText).containsExactly(id);
        assertThat(updated.path("latestDateCovered").asText()).endsWith(":00.000+0000");
        assertThat(deleted.at("/deletedRecords/0/id").asText()).isEqualTo(gone);
        assertThat(deleted.has("earliestDateAvailable")).isTrue();
        assertThat(
                        code(
                                client.get(
                                        ROWS
                                                + "Account/updated?start="
                                                + span(stamp, -86_400 * 31)
                                                + "&end="
                                                + Client.encode(shifted(stamp, 0)))))
                .isEqualTo("400 INVALID_REPLICATION_DATE");
    }

    private static String span(String stamp, long seconds) {
        return Client.encode(shifted(stamp, seconds));
    }

    private static String shifted(String stamp, long seconds) {
        return java.time.Instant.parse(stamp.replace("+0000", "Z")).plusSeconds(seconds).toString();
    }
}
