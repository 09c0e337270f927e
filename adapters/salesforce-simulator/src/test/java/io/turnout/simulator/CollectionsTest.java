package io.turnout.simulator;

import static io.turnout.simulator.Desk.attendee;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectionsTest {
    private static final String ROWS = Client.DATA + "/composite/sobjects";

    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_new_key_is_created_and_a_known_one_updated_in_the_order_of_asking() {
        JsonNode first = desk.upsert(false, attendee("att-1", "a@x.example")).json();

        JsonNode second =
                desk.upsert(
                                false,
                                attendee("att-2", "b@x.example"),
                                attendee("ATT-1", "new@x.example"))
                        .json();

        assertThat(first.get(0).path("created").asBoolean()).isTrue();
        assertThat(second.get(0).path("created").asBoolean()).isTrue();
        assertThat(second.get(1).path("created").asBoolean()).isFalse();
        assertThat(second.get(1).path("id")).isEqualTo(first.get(0).path("id"));
        assertThat(desk.stored()).hasSize(2);
        assertThat(desk.stored("att-1", "Email__c")).isEqualTo("new@x.example");
    }

    @Test
    void a_result_has_exactly_the_documented_members() {
        Client.Answer answer =
                desk.upsert(false, attendee("att-1", "a@x.example"), attendee("att-2", "no"));

        assertThat(answer.text())
                .isEqualTo(
                        "[{\"id\":\"a04xx0000000001AAA\",\"success\":true,\"errors\":[],"
                                + "\"created\":true},{\"success\":false,\"errors\":[{"
                                + "\"statusCode\":\"INVALID_EMAIL_ADDRESS\",\"message\":"
                                + "\"Email: invalid email address: no\","
                                + "\"fields\":[\"Email__c\"]}]}]");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(answer.response().headers().map()).containsKey("Sforce-Limit-Info");
    }

    @Test
    void all_or_none_leaves_nothing_behind_and_says_why_for_each_row() {
        var _ = desk.upsert(false, attendee("old", "old@x.example"));

        JsonNode results =
                desk.upsert(
                                true,
                                attendee("new", "new@x.example"),
                                attendee("old", "changed@x.example"),
                                attendee("bad", "no address"))
                        .json();

        assertThat(code(results.get(0))).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(results.get(0).has("id")).isFalse();
        assertThat(code(results.get(1))).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(results.get(1).has("id")).isTrue();
        assertThat(code(results.get(2))).isEqualTo("INVALID_EMAIL_ADDRESS");
        assertThat(desk.stored()).containsOnlyKeys("old");
        assertThat(desk.stored("old", "Email__c")).isEqualTo("old@x.example");
    }

    @Test
    void the_same_key_twice_in_a_call_fails_every_row_that_has_it() {
        JsonNode results =
                desk.upsert(
                                false,
                                attendee("twice", "a@x.example"),
                                attendee("once", "b@x.example"),
                                attendee("TWICE", "c@x.example"))
                        .json();

        assertThat(message(results.get(0))).isEqualTo("Duplicate external id specified: twice");
        assertThat(code(results.get(2))).isEqualTo("DUPLICATE_VALUE");
        assertThat(desk.stored()).containsOnlyKeys("once");
    }

    @Test
    void two_hundred_rows_are_one_call_and_one_more_is_refused_whole() {
        Client.Answer full = desk.upsert(false, Desk.attendees(200));
        Client.Answer over = desk.upsert(false, Desk.attendees(201));

        assertThat(full.json()).hasSize(200);
        assertThat(full.header("Sforce-Limit-Info")).isEqualTo("api-usage=1/115000");
        assertThat(over.status()).isEqualTo(400);
        assertThat(over.json().get(0).path("errorCode").asText()).isEqualTo("EXCEEDED_ID_LIMIT");
        assertThat(desk.stored()).hasSize(200);
    }

    @Test
    void rows_find_their_parent_by_its_external_id() {
        String known = "{\"External_Id__c\":\"a\",\"Event__r\":{\"External_Id__c\":\"EVT-2\"}}";
        String unknown = "{\"External_Id__c\":\"b\",\"Event__r\":{\"External_Id__c\":\"evt-9\"}}";

        JsonNode results = desk.upsert(false, known, unknown).json();

        assertThat(desk.stored("a", "Event__c")).isEqualTo(Desk.OTHER_EVENT);
        assertThat(message(results.get(1)))
                .isEqualTo(
                        "Foreign key external ID: evt-9 not found for field External_Id__c in"
                                + " entity Event__c");
    }

    @Test
    void each_row_fails_for_its_own_reason() {
        JsonNode results =
                desk.upsert(
                                false,
                                "{\"Event__c\":\"" + Desk.EVENT + "\"}",
                                "{\"External_Id__c\":\"a\"}",
                                attendee("b", "b@x.example", "a01xx0000000099AAA"),
                                attendee("x".repeat(37), "c@x.example"),
                                "{\"External_Id__c\":\"d\",\"Name\":\"mine\"}",
                                attendee("fine", "e@x.example"))
                        .json();

        assertThat(results)
                .map(CollectionsTest::code)
                .containsExactly(
                        "MISSING_ARGUMENT",
                        "REQUIRED_FIELD_MISSING",
                        "INVALID_CROSS_REFERENCE_KEY",
                        "STRING_TOO_LONG",
                        "INVALID_FIELD_FOR_INSERT_UPDATE",
                        "");
        assertThat(results.get(1).at("/errors/0/fields/0").asText()).isEqualTo("Event__c");
        assertThat(desk.stored()).containsOnlyKeys("fine");
    }

    @Test
    void an_unknown_column_or_object_or_key_field_refuses_the_request() {
        Client.Answer column = desk.upsert(false, "{\"External_Id__c\":\"a\",\"Nope__c\":1}");
        Client.Answer object = desk.client().patch(ROWS + "/Nope__c/External_Id__c", "{}");
        Client.Answer key =
                desk.client().patch(ROWS + "/Attendee__c/Email__c", Desk.collection(false, "{}"));
        Client.Answer json = desk.client().patch(ROWS + "/Attendee__c/External_Id__c", "{oops");

        assertThat(column.status()).isEqualTo(400);
        assertThat(column.json().get(0).path("message").asText())
                .isEqualTo("No such column 'Nope__c' on sobject of type Attendee__c");
        assertThat(object.status()).isEqualTo(404);
        assertThat(key.json().get(0).path("errorCode").asText()).isEqualTo("INVALID_FIELD");
        assertThat(json.json().get(0).path("errorCode").asText()).isEqualTo("JSON_PARSER_ERROR");
    }

    @Test
    void insert_update_retrieve_and_delete_work_on_many_rows_of_several_objects() {
        String account = "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"Acme\"}";
        String contact = "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"Doe\"}";

        JsonNode made = desk.client().post(ROWS, Desk.collection(false, account, contact)).json();
        String id = made.get(0).path("id").asText();
        String change = account.replace("\"Name\"", "\"id\":\"" + id + "\",\"Name\"");
        JsonNode changed =
                desk.client()
                        .patch(ROWS, Desk.collection(false, change.replace("Acme", "Better")))
                        .json();
        JsonNode seen =
                desk.client()
                        .get(ROWS + "/Account?ids=" + id + ",001xx00000000zzAAA&fields=Name")
                        .json();
        JsonNode gone = desk.client().delete(ROWS + "?ids=" + id + "," + id).json();

        assertThat(made.get(0).has("created")).isFalse();
        assertThat(changed.get(0).path("success").asBoolean()).isTrue();
        assertThat(seen.get(0).path("Name").asText()).isEqualTo("Better");
        assertThat(seen.get(1).isNull()).isTrue();
        assertThat(gone.get(0).path("success").asBoolean()).isTrue();
        assertThat(code(gone.get(1))).isEqualTo("ENTITY_IS_DELETED");
    }

    @Test
    void an_insert_of_a_taken_key_names_the_row_that_has_it() {
        String id = desk.upsert(false, attendee("a", "a@x.example")).json().at("/0/id").asText();

        JsonNode result =
                desk.client()
                        .post(ROWS, Desk.collection(false, attendee("A", "b@x.example")))
                        .json();

        assertThat(message(result.get(0)))
                .isEqualTo(
                        "duplicate value found: External_Id__c duplicates value on record with id: "
                                + id);
    }

    @Test
    void more_than_ten_changes_of_object_are_refused() {
        String account = "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"Acme\"}";
        String contact = "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"Doe\"}";
        String[] mixed = new String[11];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = i % 2 == 0 ? account : contact;
        }

        Client.Answer answer = desk.client().post(ROWS, Desk.collection(false, mixed));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Cannot have more than 10 chunks");
    }

    @Test
    void packed_bodies_trailing_slashes_the_other_scheme_and_a_posted_patch_are_understood()
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            String body = Desk.collection(false, attendee("a", "a@x.example"));
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }

        Client.Answer answer =
                desk.client()
                        .send(
                                new Client(desk.simulator().api(Desk.ORG_A), "")
                                        .request(
                                                ROWS
                                                        + "/Attendee__c/External_Id__c/"
                                                        + "?_HttpMethod=PATCH")
                                        .header("Authorization", "OAuth " + desk.client().token())
                                        .header("Content-Encoding", "gzip")
                                        .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        assertThat(answer.json().at("/0/success").asBoolean()).isTrue();
    }

    private static String code(JsonNode result) {
        return result.at("/errors/0/statusCode").asText();
    }

    private static String message(JsonNode result) {
        return result.at("/errors/0/message").asText();
    }
}
