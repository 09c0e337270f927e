package io.turnout.simulator;

import static io.turnout.simulator.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.simulator.schema.CustomObjects;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final String OBJECTS = "/orgs/" + Desk.ORG_A + "/objects";
    private static final String HALL =
            """
            {"name": "Hall__c", "label": "Concert hall", "keyPrefix": "a20", "fields": [
              {"name": "Key__c", "length": 10, "externalId": true, "unique": true},
              {"name": "Size__c", "type": "picklist", "values": ["Small", "Large"],
               "restricted": true},
              {"name": "Mood__c", "type": "picklist", "values": ["Calm"]},
              {"name": "Rows__c", "type": "int", "required": true}]}
            """;
    private static final String SEAT =
            """
            {"name": "Seat__c", "keyPrefix": "a21", "fields": [
              {"name": "Hall__c", "type": "reference", "referenceTo": "Hall__c",
               "childRelationshipName": "Seats__r", "masterDetail": true},
              {"name": "View__c", "type": "reference", "referenceTo": "Hall__c"}]}
            """;
    private static final String TICKET =
            """
            {"name": "Ticket__c", "keyPrefix": "a22", "fields": [
              {"name": "Seat__c", "type": "reference", "referenceTo": "Seat__c",
               "masterDetail": true, "reparentable": true}]}
            """;

    private final Desk desk =
            new Desk(
                    Desk.settings()
                            .withObjects(CustomObjects.read("[" + HALL + "," + SEAT + "]"))
                            .withSeed(
                                    List.of(
                                            new SeedRow(
                                                    Desk.ORG_A,
                                                    "Hall__c",
                                                    Map.of("Key__c", "seeded", "Rows__c", 1)))));

    @AfterEach
    void close() {
        desk.close();
    }

    private Client.Answer create(String object, String fields) {
        return desk.client().post(DATA + "/sobjects/" + object, fields);
    }

    private String made(String object, String fields) {
        Client.Answer answer = create(object, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private JsonNode describe(String object) {
        return desk.client().get(DATA + "/sobjects/" + object + "/describe").json();
    }

    private static JsonNode named(JsonNode list, String key, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(key).asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_object_of_ones_own_is_written_found_and_described() {
        String upsert = DATA + "/composite/sobjects/Hall__c/Key__c";
        String record =
                "{\"attributes\":{\"type\":\"Hall__c\"},\"Key__c\":\"SEEDED\",\"Rows__c\":9}";

        JsonNode written = desk.client().patch(upsert, Desk.collection(true, record)).json();
        JsonNode read = desk.client().get(DATA + "/sobjects/Hall__c/Key__c/seeded").json();

        assertThat(written.at("/0/created").asBoolean(true)).isFalse();
        assertThat(written.at("/0/id").asText()).startsWith("a20");
        assertThat(read.path("Rows__c").asInt()).isEqualTo(9);
        assertThat(describe("Hall__c").path("label").asText()).isEqualTo("Concert hall");
        assertThat(create("Hall__c", "{}").text()).contains("REQUIRED_FIELD_MISSING", "Rows__c");
    }

    @Test
    void a_number_may_be_the_key_of_a_row() {
        String door =
                """
                {"name":"Door__c","keyPrefix":"a23","fields":[
                {"name":"Number__c","type":"double","externalId":true,"unique":true}]}\
                """;
        assertThat(desk.admin().post(OBJECTS, door).status()).isEqualTo(201);
        String path = DATA + "/sobjects/Door__c/Number__c/";
        String record = "{\"attributes\":{\"type\":\"Door__c\"},\"Number__c\":7,\"Name\":\"B\"}";

        assertThat(desk.client().patch(path + "7", "{\"Name\":\"A\"}").status()).isEqualTo(201);
        assertThat(desk.client().patch(path + "7.0", "{\"Name\":\"A\"}").status()).isEqualTo(200);
        String many = DATA + "/composite/sobjects/Door__c/Number__c";
        JsonNode again = desk.client().patch(many, Desk.collection(true, record)).json();
        assertThat(again.at("/0/created").asBoolean(true)).isFalse();
        assertThat(desk.client().get(path + "7").json().path("Number__c").asDouble()).isEqualTo(7);
        assertThat(desk.client().patch(path + "x", "{}").status()).isEqualTo(404);
        String picklist = door.replace("double", "boolean").replace("Door__c", "Gate__c");
        assertThat(desk.admin().post(OBJECTS, picklist).text()).contains("external id");
    }

    @Test
    void a_restricted_picklist_takes_its_own_values_only() {
        String row = "{\"attributes\":{\"type\":\"Hall__c\"},\"Rows__c\":1,\"%s\":\"%s\"}";
        String collection =
                Desk.collection(
                        false,
                        row.formatted("Size__c", "huge"),
                        row.formatted("Size__c", "large"),
                        row.formatted("Mood__c", "Wild"));

        JsonNode results = desk.client().post(DATA + "/composite/sobjects", collection).json();

        assertThat(results.at("/0/errors/0"))
                .hasToString(
                        "{\"statusCode\":\"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST\","
                                + "\"message\":\"Size: bad value for restricted picklist field:"
                                + " huge\","
                                + "\"fields\":[\"Size__c\"]}");
        assertThat(results.at("/2/success").asBoolean()).isTrue();
        String second = DATA + "/sobjects/Hall__c/" + results.at("/1/id").asText();
        assertThat(desk.client().get(second).json().path("Size__c").asText()).isEqualTo("Large");
        JsonNode size = named(describe("Hall__c").path("fields"), "name", "Size__c");
        assertThat(size.path("picklistValues").findValuesAsText("value"))
                .containsExactly("Small", "Large");
        assertThat(size.path("restrictedPicklist").asBoolean()).isTrue();
    }

    @Test
    void what_a_master_owns_goes_with_it_and_what_looks_at_it_stays() {
        assertThat(desk.admin().post(OBJECTS, TICKET).status()).isEqualTo(201);
        String hall = made("Hall__c", "{\"Rows__c\":1}");
        String other = made("Hall__c", "{\"Rows__c\":2}");
        String seat = made("Seat__c", "{\"Hall__c\":\"" + hall + "\"}");
        String onlooker =
                made("Seat__c", "{\"Hall__c\":\"%s\",\"View__c\":\"%s\"}".formatted(other, hall));
        String ticket = made("Ticket__c", "{\"Seat__c\":\"" + seat + "\"}");

        assertThat(desk.client().delete(DATA + "/sobjects/Hall__c/" + hall).status())
                .isEqualTo(204);

        assertThat(desk.client().get(DATA + "/sobjects/Seat__c/" + seat).text())
                .contains("ENTITY_IS_DELETED");
        assertThat(desk.client().get(DATA + "/sobjects/Ticket__c/" + ticket).text())
                .contains("ENTITY_IS_DELETED");
        assertThat(desk.client().get(DATA + "/sobjects/Seat__c/" + onlooker).json().path("View__c"))
                .hasToString('"' + hall + '"');
        JsonNode children = describe("Hall__c").path("childRelationships");
        JsonNode seats = named(children, "relationshipName", "Seats__r");
        assertThat(seats.path("cascadeDelete").asBoolean()).isTrue();
    }

    @Test
    void a_detail_keeps_its_master_unless_it_may_move() {
        assertThat(desk.admin().post(OBJECTS, TICKET).status()).isEqualTo(201);
        String hall = made("Hall__c", "{\"Rows__c\":1}");
        String seat = made("Seat__c", "{\"Hall__c\":\"" + hall + "\"}");
        String better = made("Seat__c", "{\"Hall__c\":\"" + hall + "\"}");
        String ticket = made("Ticket__c", "{\"Seat__c\":\"" + seat + "\"}");
        String other = made("Hall__c", "{\"Rows__c\":1}");

        Client.Answer moved =
                desk.client()
                        .patch(
                                DATA + "/sobjects/Seat__c/" + seat,
                                "{\"Hall__c\":\"" + other + "\"}");
        Client.Answer changed =
                desk.client()
                        .patch(
                                DATA + "/sobjects/Ticket__c/" + ticket,
                                "{\"Seat__c\":\"" + better + "\"}");

        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.text()).contains("INVALID_FIELD_FOR_INSERT_UPDATE", "Hall__c");
        assertThat(changed.status()).isEqualTo(204);
    }

    @Test
    void what_makes_no_object_is_refused_and_nothing_of_it_is_added() {
        String nowhere = TICKET.replace("\"Seat__c\",\n   \"master", "\"Nope__c\",\n   \"master");

        assertThat(desk.admin().post(OBJECTS, HALL).text()).contains("taken");
        assertThat(desk.admin().post(OBJECTS, nowhere).text()).contains("Nope__c");
        assertThat(desk.admin().post(OBJECTS, TICKET.replace("reference\"", "magic\"")).text())
                .contains("no such field type: magic");
        assertThat(desk.admin().post(OBJECTS, TICKET.replace("a22", "")).text())
                .contains("keyPrefix");
        assertThat(desk.admin().post(OBJECTS, TICKET.replace("Seat__c\", \"type", "id\", \"type")))
                .extracting(Client.Answer::text)
                .asString()
                .contains("has that already: id");
        assertThat(desk.admin().get(OBJECTS).json().findValuesAsText("name"))
                .contains("Hall__c", "Seat__c", "Event__c")
                .doesNotContain("Ticket__c");
    }
}
