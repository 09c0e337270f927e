package io.turnout.adapters.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A mapping is read whole when the house is built, or refused with the name of what is wrong.
class MappingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static Mappings acme(String text) {
        return Mappings.with(Map.of("acme", json(text)));
    }

    @Test
    void the_names_of_our_package_and_of_conference360_ship() {
        Mappings shipped = Mappings.shipped();

        assertThat(shipped.names()).containsExactly("conference360", "default");
        assertThat(shipped.of("default")).contains(SalesforceMapping.USUAL);
        assertThat(shipped.of("conference360").orElseThrow().event().object())
                .isEqualTo("conference360__Event__c");
        assertThat(shipped.of("acme")).isEmpty();
    }

    @Test
    void an_org_says_only_what_is_different() {
        SalesforceMapping acme =
                acme("""
                {'like': 'default', 'attendee': {'object': 'Guest__c',
                 'fields': {'title': null, 'company': 'Firm__c'}},
                 'event': {'published': 'Stage__c', 'publishedValues': ['On', 'Up']}}
                """)
                        .of("acme")
                        .orElseThrow();

        assertThat(acme.attendee().object()).isEqualTo("Guest__c");
        assertThat(acme.attendee().fields())
                .doesNotContainKey(AttendeeFact.TITLE)
                .containsEntry(AttendeeFact.COMPANY, "Firm__c")
                .containsEntry(AttendeeFact.EMAIL, "Email__c");
        assertThat(acme.event().publishedValues()).containsExactlyInAnyOrder("On", "Up");
        assertThat(acme.item()).isEqualTo(SalesforceMapping.USUAL.item());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("{}", "mapping acme.attendee is missing"),
                arguments("[]", "mapping acme is not an object"),
                arguments("{'like': 'acme'}", "mapping acme.like is one of"),
                arguments("{'like': 'default', 'evnt': {}}", "mapping acme.evnt is unknown"),
                arguments(
                        "{'like': 'default', 'event': {'strtsAt': 'X__c'}}",
                        "mapping acme.event.strtsAt is unknown; known are [capacity, endsAt"),
                arguments(
                        "{'like': 'default', 'attendee': {'fields': {'mail': 'X__c'}}}",
                        "mapping acme.attendee.fields.mail is unknown"),
                arguments(
                        "{'like': 'default', 'session': null}",
                        "mapping acme.session is not an object"),
                arguments(
                        "{'like': 'default', 'item': {'name': null}}",
                        "mapping acme.item.name is missing"),
                arguments(
                        "{'like': 'default', 'item': {'name': 7}}",
                        "mapping acme.item.name is not a text"),
                arguments(
                        "{'like': 'default', 'item': {'price': 'Price c'}}",
                        "mapping acme: not an API name of Salesforce: Price c"),
                arguments(
                        "{'like': 'default', 'event': {'object': 'Event__c OR Id'}}",
                        "mapping acme: not an API name of Salesforce: Event__c OR Id"),
                arguments(
                        "{'like': 'default', 'event': {'capacity': 'Registered__c'}}",
                        "mapping acme: a field of Event__c is mapped twice: Registered__c"),
                arguments(
                        "{'like': 'default', 'session': {'endsAt': 'Starts_At__c'}}",
                        "mapping acme: a field of Session__c is mapped twice: Starts_At__c"),
                arguments(
                        "{'like': 'default', 'attendee': {'fields': {'title': 'Email__c'}}}",
                        "mapping acme: a field of Attendee__c is mapped twice: Email__c"),
                arguments(
                        "{'like': 'default', 'attendee': {'fields': {'status': null}}}",
                        "mapping acme: an attendee needs a field for EVENT and STATUS"),
                arguments(
                        "{'like': 'default', 'event': {'publishedValues': 'On'}}",
                        "mapping acme.event.publishedValues is not a list of different texts"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_wrong_is_named(String mapping, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> acme(mapping))
                .withMessageStartingWith(complaint);
    }

    @Test
    void a_mapping_cannot_take_the_name_of_one_that_ships() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mappings.with(Map.of("default", json("{'like': 'default'}"))))
                .withMessage("a mapping cannot be called default");
    }
}
