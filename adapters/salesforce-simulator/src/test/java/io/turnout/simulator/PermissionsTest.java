package io.turnout.simulator;

import static io.turnout.simulator.Client.DATA;
import static io.turnout.simulator.Desk.attendee;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final String FIELD =
            "{\"kind\":\"%s\",\"object\":\"Attendee__c\",\"field\":\"Email__c\"}";
    private static final String SECURITY =
            "Unable to create/update fields: Email__c. Please check the security settings of this"
                    + " field and verify that it is read/write for your profile or permission set.";

    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    private JsonNode email() {
        JsonNode fields =
                desk.client().get(DATA + "/sobjects/Attendee__c/describe").json().path("fields");
        for (JsonNode field : fields) {
            if (field.path("name").asText().equals("Email__c")) {
                return field;
            }
        }
        return Client.JSON.missingNode();
    }

    private Client.Answer query(String fields) {
        String soql = Client.encode("SELECT " + fields + " FROM Attendee__c");
        return desk.client().get(DATA + "/query?q=" + soql);
    }

    @Test
    void a_hidden_field_is_nowhere_to_be_seen_and_not_to_be_written() {
        JsonNode known = desk.upsert(false, attendee("a", "a@x.example")).json();
        String row = DATA + "/sobjects/Attendee__c/" + known.at("/0/id").asText();
        desk.fault(FIELD.formatted("field-hidden"));

        JsonNode result = desk.upsert(false, attendee("b", "b@x.example")).json();

        assertThat(email().isMissingNode()).isTrue();
        assertThat(desk.client().get(row).json().has("Email__c")).isFalse();
        assertThat(desk.client().get(row + "?fields=Email__c").text()).contains("INVALID_FIELD");
        assertThat(query("Email__c").text()).contains("No such column 'Email__c'");
        assertThat(query("Id").status()).isEqualTo(200);
        assertThat(result.at("/0/errors/0/statusCode").asText())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(result.at("/0/errors/0/message").asText()).isEqualTo(SECURITY);
        assertThat(desk.stored("a", "Email__c")).isEqualTo("a@x.example");
    }

    @Test
    void a_field_to_read_only_is_seen_and_not_to_be_written() {
        desk.fault(FIELD.formatted("field-readonly"));

        String body = "{\"Email__c\":\"a@x.example\",\"Event__c\":\"" + Desk.EVENT + "\"}";
        Client.Answer refused = desk.client().post(DATA + "/sobjects/Attendee__c", body);

        assertThat(email().path("createable").asBoolean(true)).isFalse();
        assertThat(query("Email__c").status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/0/message").asText()).isEqualTo(SECURITY);
        assertThat(refused.json().at("/0/fields")).hasToString("[\"Email__c\"]");
    }

    @Test
    void every_field_that_may_not_be_written_is_named() {
        desk.fault(FIELD.formatted("field-readonly"));
        String body = "{\"Email__c\":\"a@x.example\",\"Name\":\"me\"}";

        Client.Answer refused = desk.client().post(DATA + "/sobjects/Attendee__c", body);

        assertThat(refused.text()).contains("fields: Email__c, Name.");
    }

    @Test
    void a_login_is_refused_with_the_words_that_were_ordered() {
        desk.fault(
                "{\"kind\":\"login-refused\",\"calls\":1,\"error\":\"invalid_grant\","
                        + "\"description\":\"user hasn't approved this consumer\"}");
        Map<String, String> form =
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", SimulatorSettings.CONSUMER_KEY,
                        "client_secret", SimulatorSettings.CONSUMER_SECRET);
        Client nobody = new Client(desk.simulator().api(Desk.ORG_A), "");

        Client.Answer refused = nobody.form("/services/oauth2/token", form);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo(
                        "{\"error\":\"invalid_grant\","
                                + "\"error_description\":\"user hasn't approved this consumer\"}");
        assertThat(desk.client().get(DATA).status()).isEqualTo(200);
        assertThat(nobody.form("/services/oauth2/token", form).status()).isEqualTo(200);
    }

    @Test
    void an_api_that_is_switched_off_says_so_as_often_as_ordered() {
        desk.fault("{\"kind\":\"api-disabled\",\"calls\":1}");

        Client.Answer refused = desk.client().get(DATA + "/limits");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/0/errorCode").asText()).isEqualTo("API_DISABLED_FOR_ORG");
        assertThat(desk.client().get(DATA + "/limits").status()).isEqualTo(200);
    }

    @Test
    void a_limit_may_last_for_some_calls_only() {
        desk.fault("{\"kind\":\"limit\",\"calls\":1}");

        assertThat(desk.client().get(DATA + "/limits").text()).contains("TotalRequests");
        assertThat(desk.client().get(DATA + "/limits").status()).isEqualTo(200);
    }
}
