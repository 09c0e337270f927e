package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeTest {
    private static final String OBJECTS = Client.DATA + "/sobjects";

    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    private Client.Answer since(String path, String date) {
        return desk.client()
                .send(desk.client().request(path).header("If-Modified-Since", date).GET());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/Attendee__c/describe"})
    void who_has_a_description_already_is_told_so_and_gets_a_changed_one(String what) {
        Client.Answer first = desk.client().get(OBJECTS + what);
        String date = first.header("Last-Modified");

        assertThat(date).matches("\\w{3}, \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        Client.Answer again = since(OBJECTS + what, date);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(since(OBJECTS + what, "Sun, 22 Nov 2015 03:08:00 GMT").status()).isEqualTo(200);
        assertThat(since(OBJECTS + what, "yesterday").status()).isEqualTo(200);

        desk.fault("{\"kind\":\"field-removed\",\"object\":\"Attendee__c\",\"field\":\"Link__c\"}");
        String badge = "{\"name\":\"Badge__c\",\"keyPrefix\":\"a20\"}";
        assertThat(desk.admin().post("/orgs/" + Desk.ORG_A + "/objects", badge).status())
                .isEqualTo(201);

        assertThat(since(OBJECTS + what, date).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMT", "UTC", "CET", "+0000"})
    void the_date_of_a_client_may_be_in_a_zone_of_its_own(String zone) {
        String path = OBJECTS + "/Attendee__c/describe";

        assertThat(since(path, "Sun, 22 Nov 2099 03:08:00 " + zone).status()).isEqualTo(304);
        assertThat(since(path, "Sun, 22 Nov 2015 03:08:00 " + zone).status()).isEqualTo(200);
    }

    @Test
    void children_are_named() {
        var children =
                desk.client().get(OBJECTS + "/Event__c/describe").json().path("childRelationships");

        assertThat(children.findValuesAsText("relationshipName"))
                .contains("Event_Items__r", "Sessions__r", "Attendees__r");
    }
}
