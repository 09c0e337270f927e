package io.turnout.adapters.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.connection.Finding.Fault;
import io.turnout.domain.connection.Finding.Harm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way in which an org differs from its mapping has a finding of its own, with its harm and
/// what to do.
class ObjectCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<ObjectNeed> NEEDS = ObjectNeed.of(SalesforceMapping.USUAL);
    private static final ObjectNeed ATTENDEE = NEEDS.getFirst();
    private static final ObjectNeed EVENT = NEEDS.get(1);

    /// What the org describes when all is well.
    private static ObjectNode sound(ObjectNeed need) {
        ObjectNode object = JSON.createObjectNode();
        object.put("createable", true).put("updateable", true);
        ArrayNode fields = object.putArray("fields");
        for (FieldNeed wanted : need.fields()) {
            ObjectNode field = fields.addObject();
            field.put("name", wanted.field()).put("type", type(wanted.kind()));
            field.put("createable", true).put("updateable", true).put("nillable", true);
            field.put("externalId", true).put("unique", true);
            if (wanted.kind() instanceof FieldNeed.Kind.Link(var target)) {
                field.putArray("referenceTo").add(target);
            }
            if (wanted.kind() instanceof FieldNeed.Kind.Text(var length)) {
                field.put("length", length);
            }
        }
        fields.addObject()
                .put("name", "OwnerId")
                .put("type", "reference")
                .put("createable", true)
                .put("defaultedOnCreate", true);
        return object;
    }

    private static String type(FieldNeed.Kind kind) {
        return switch (kind) {
            case FieldNeed.Kind.Text _ -> "string";
            case FieldNeed.Kind.Word _ -> "picklist";
            case FieldNeed.Kind.Amount _ -> "double";
            case FieldNeed.Kind.Moment _ -> "datetime";
            case FieldNeed.Kind.Box _ -> "boolean";
            case FieldNeed.Kind.Link _ -> "reference";
        };
    }

    private static Consumer<ObjectNode> field(String name, Consumer<ObjectNode> change) {
        return object ->
                object.path("fields")
                        .forEach(
                                one -> {
                                    if (one.path("name").asText().equals(name)) {
                                        change.accept((ObjectNode) one);
                                    }
                                });
    }

    private static Consumer<ObjectNode> set(String field, String json) {
        return field(field, one -> one.setAll((ObjectNode) json(json)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @Test
    void an_org_that_is_as_its_mapping_says_has_no_findings() {
        for (ObjectNeed need : NEEDS) {
            assertThat(ObjectCheck.compare(need, sound(need))).isEmpty();
        }
    }

    static Stream<Arguments> ofAttendees() {
        return Stream.of(
                arguments(
                        field("Title__c", ObjectNode::removeAll),
                        Fault.FIELD_MISSING,
                        Harm.DELIVERY,
                        "create Attendee__c.Title__c (text) or name your own field"),
                arguments(
                        set("Title__c", "{'updateable': false}"),
                        Fault.FIELD_READ_ONLY,
                        Harm.DELIVERY,
                        "grant edit access to Attendee__c.Title__c in the permission set of the"
                                + " integration user"),
                arguments(
                        set("Title__c", "{'createable': false, 'updateable': false}"),
                        Fault.FIELD_READ_ONLY,
                        Harm.DELIVERY,
                        "grant edit access to Attendee__c.Title__c"),
                arguments(
                        set("Title__c", "{'updateable': false, 'calculated': true}"),
                        Fault.FIELD_READ_ONLY,
                        Harm.DELIVERY,
                        "formula"),
                arguments(
                        set("Event__c", "{'updateable': false}"),
                        Fault.FIELD_READ_ONLY,
                        Harm.DELIVERY,
                        "allow reparenting"),
                arguments(
                        set("External_Id__c", "{'externalId': false}"),
                        Fault.NO_EXTERNAL_ID,
                        Harm.DELIVERY,
                        "tick External ID"),
                arguments(
                        set("External_Id__c", "{'unique': false}"),
                        Fault.NOT_UNIQUE,
                        Harm.DELIVERY,
                        "tick Unique"),
                arguments(
                        set("External_Id__c", "{'length': 35}"),
                        Fault.TOO_SHORT,
                        Harm.DELIVERY,
                        "make Attendee__c.External_Id__c longer"),
                arguments(
                        set("Company__c", "{'length': 254}"),
                        Fault.TOO_SHORT,
                        Harm.SOME_ROWS,
                        "refused one by one"),
                arguments(
                        set("Company__c", "{'type': 'double'}"),
                        Fault.WRONG_TYPE,
                        Harm.DELIVERY,
                        "make Attendee__c.Company__c a text"),
                arguments(
                        set("Event__c", "{'referenceTo': ['Campaign']}"),
                        Fault.WRONG_TARGET,
                        Harm.DELIVERY,
                        "map the lookup of Attendee__c to Event__c"),
                arguments(
                        set(
                                "Status__c",
                                "{'restrictedPicklist': true, 'picklistValues':"
                                        + " [{'value': 'Registered', 'active': true},"
                                        + " {'value': 'Offered', 'active': true},"
                                        + " {'value': 'Cancelled', 'active': false}]}"),
                        Fault.VALUE_UNKNOWN,
                        Harm.DELIVERY,
                        "add the value Cancelled"),
                arguments(
                        (Consumer<ObjectNode>)
                                object ->
                                        ((ArrayNode) object.path("fields"))
                                                .add(
                                                        json(
                                                                "{'name': 'Badge__c', 'createable':"
                                                                    + " true, 'nillable': false}")),
                        Fault.FIELD_REQUIRED,
                        Harm.DELIVERY,
                        "make Attendee__c.Badge__c optional"),
                arguments(
                        (Consumer<ObjectNode>) object -> object.put("createable", false),
                        Fault.OBJECT_READ_ONLY,
                        Harm.DELIVERY,
                        "grant create and edit on Attendee__c"));
    }

    @ParameterizedTest
    @MethodSource("ofAttendees")
    void what_is_wrong_with_attendees(
            Consumer<ObjectNode> change, Fault fault, Harm harm, String advice) {
        ObjectNode object = sound(ATTENDEE);
        change.accept(object);

        assertThat(ObjectCheck.compare(ATTENDEE, object))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.fault()).isEqualTo(fault);
                            assertThat(found.harm()).isEqualTo(harm);
                            assertThat(found.advice()).contains(advice);
                            assertThat(found.object()).isEqualTo("Attendee__c");
                        });
    }

    static Stream<Arguments> ofEvents() {
        return Stream.of(
                arguments(set("Registered__c", "{'updateable': false}"), Harm.COUNTS),
                arguments(set("Starts_At__c", "{'type': 'date'}"), Harm.CATALOGUE),
                arguments(set("Published__c", "{'type': 'string'}"), Harm.CATALOGUE),
                arguments(set("Capacity__c", "{'type': 'string'}"), Harm.CATALOGUE),
                arguments(field("Time_Zone__c", ObjectNode::removeAll), Harm.CATALOGUE));
    }

    @ParameterizedTest
    @MethodSource("ofEvents")
    void what_is_wrong_with_events_stops_no_attendee(Consumer<ObjectNode> change, Harm harm) {
        ObjectNode object = sound(EVENT);
        change.accept(object);

        assertThat(ObjectCheck.compare(EVENT, object))
                .singleElement()
                .extracting(Finding::harm)
                .isEqualTo(harm);
    }

    @Test
    void what_is_only_read_need_not_be_editable_nor_filled() {
        ObjectNode object = sound(EVENT);
        object.put("createable", false).put("updateable", false);
        set("Name", "{'updateable': false, 'createable': true, 'nillable': false}").accept(object);

        assertThat(ObjectCheck.compare(EVENT, object)).isEmpty();
    }

    @Test
    void a_published_picklist_must_know_what_counts_as_published() {
        Mappings mappings =
                Mappings.with(
                        Map.of(
                                "acme",
                                json(
                                        "{'like': 'default', 'event': {'published': 'Stage__c',"
                                                + " 'publishedValues': ['Live']}}")));
        ObjectNeed need = ObjectNeed.of(mappings.of("acme").orElseThrow()).get(1);
        ObjectNode object = sound(need);
        set("Stage__c", "{'restrictedPicklist': true, 'picklistValues': [{'value': 'On'}]}")
                .accept(object);

        assertThat(ObjectCheck.compare(need, object))
                .singleElement()
                .extracting(Finding::fault)
                .isEqualTo(Fault.VALUE_UNKNOWN);
    }

    @Test
    void names_differ_in_no_case() {
        ObjectNode object = sound(ATTENDEE);
        set("Title__c", "{'name': 'TITLE__C'}").accept(object);

        assertThat(ObjectCheck.compare(ATTENDEE, object)).isEmpty();
    }
}
