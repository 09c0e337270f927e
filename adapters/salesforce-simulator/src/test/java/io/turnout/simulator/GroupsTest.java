package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private final Desk desk = Desk.open();

    @BeforeEach
    void rows() {
        make("Event_Item__c", "{\"Name\":\"B\",\"Price__c\":20,\"Event__c\":\"%s\"}");
        make("Event_Item__c", "{\"Name\":\"A\",\"Price__c\":10,\"Event__c\":\"%s\"}");
        make("Event_Item__c", "{\"Name\":\"C\",\"Event__c\":\"%s\"}");
        make("Event_Item__c", "{\"Name\":\"A\",\"Price__c\":5}");
    }

    private void make(String object, String fields) {
        Client.Answer made =
                desk.client()
                        .post(Client.DATA + "/sobjects/" + object, fields.formatted(Desk.EVENT));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private JsonNode query(String soql) {
        Client.Answer answer = desk.client().get(Client.DATA + "/query?q=" + Client.encode(soql));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String groups(String soql) {
        String type = "\"attributes\":{\"type\":\"AggregateResult\"},";
        return query(soql).path("records").toString().replace(type, "").replace('"', '\'');
    }

    @Test
    void children_come_inside_their_parent_in_their_own_order() {
        JsonNode events =
                query(
                        "SELECT Name, (SELECT Name, Event__r.Name FROM event_items__r"
                                + " WHERE Name != 'C' ORDER BY Name LIMIT 10)"
                                + " FROM Event__c ORDER BY Name");

        JsonNode items = events.at("/records/0/Event_Items__r");
        assertThat(items.path("totalSize").asInt()).isEqualTo(2);
        assertThat(items.path("done").asBoolean()).isTrue();
        assertThat(items.path("records").findValuesAsText("type"))
                .startsWith("Event_Item__c", "Event__c");
        assertThat(items.at("/records/0/Name").asText()).isEqualTo("A");
        assertThat(items.at("/records/1/Event__r/Name").asText()).isEqualTo("Harbour Conference");
        assertThat(events.at("/records/1/Name").asText()).isEqualTo("Railway Days");
        assertThat(events.at("/records/1/Event_Items__r").isNull()).isTrue();
    }

    @Test
    void a_limit_of_children_holds_for_each_parent_and_deleted_children_are_gone() {
        String soql = "SELECT (SELECT Name FROM Event_Items__r ORDER BY Name%s) FROM Event__c";
        var _ = desk.client().delete(Client.DATA + "/sobjects/Event_Item__c/a02xx0000000002AAA");

        JsonNode one = query(soql.formatted(" DESC LIMIT 1")).at("/records/0/Event_Items__r");
        JsonNode all = query(soql.formatted("")).at("/records/0/Event_Items__r");

        assertThat(one.path("totalSize").asInt()).isEqualTo(1);
        assertThat(one.at("/records/0/Name").asText()).isEqualTo("C");
        assertThat(all.path("records").findValuesAsText("Name")).containsExactly("B", "C");
    }

    @Test
    void rows_are_counted_by_one_field_or_by_several() {
        assertThat(groups("SELECT Name, COUNT(Id) FROM Event_Item__c GROUP BY Name"))
                .isEqualTo(
                        "[{'Name':'B','expr0':1},{'Name':'A','expr0':2},{'Name':'C','expr0':1}]");
        assertThat(
                        groups(
                                "SELECT Event__r.Name event, Name, COUNT() FROM Event_Item__c"
                                        + " WHERE Name = 'A' GROUP BY Event__r.Name, Name"
                                        + " ORDER BY Event__r.Name NULLS LAST"))
                .isEqualTo(
                        "[{'event':'Harbour Conference','Name':'A','expr0':1},"
                                + "{'event':null,'Name':'A','expr0':1}]");
    }

    @Test
    void figures_leave_empty_values_out_and_carry_their_names() {
        assertThat(
                        groups(
                                "SELECT MAX(Price__c), MIN(Price__c) least, SUM(Price__c),"
                                        + " AVG(Price__c), COUNT(Price__c),"
                                        + " COUNT_DISTINCT(Name) names, MAX(Name)"
                                        + " FROM Event_Item__c"))
                .isEqualTo(
                        "[{'expr0':20.0,'least':5.0,'expr1':35.0,'expr2':11.666666666666666,"
                                + "'expr3':3,'names':3,'expr4':'C'}]");
        assertThat(groups("SELECT SUM(Price__c), COUNT(Id) FROM Event_Item__c WHERE Name = 'x'"))
                .isEqualTo("[{'expr0':null,'expr1':0}]");
        assertThat(groups("SELECT Name, COUNT(Id) FROM Event_Item__c WHERE Name='x' GROUP BY Name"))
                .isEqualTo("[]");
    }

    @Test
    void groups_come_in_the_order_of_a_figure() {
        JsonNode found =
                query(
                        "SELECT Name FROM Event_Item__c GROUP BY Name"
                                + " ORDER BY COUNT(Id) DESC, Name DESC LIMIT 2");

        assertThat(found.path("records").findValuesAsText("Name")).containsExactly("A", "C");
        assertThat(found.path("totalSize").asInt()).isEqualTo(2);
    }

    @Test
    void the_latest_change_can_be_asked_for() {
        String latest =
                query("SELECT MAX(SystemModstamp) m FROM Event__c").at("/records/0/m").asText();

        assertThat(latest).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
    }

    @Test
    void query_all_shows_which_rows_are_deleted() {
        var _ = desk.client().delete(Client.DATA + "/sobjects/Event_Item__c/a02xx0000000001AAA");
        String soql = Client.encode("SELECT Name, IsDeleted FROM Event_Item__c WHERE Name = 'B'");

        JsonNode all = desk.client().get(Client.DATA + "/queryAll?q=" + soql).json();

        assertThat(all.at("/records/0/IsDeleted").asBoolean()).isTrue();
    }
}
