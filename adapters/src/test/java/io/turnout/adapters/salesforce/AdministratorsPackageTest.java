package io.turnout.adapters.salesforce;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.licensing.LicenseStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/// What an administrator installs has the objects and fields that the default mapping needs. It
/// cannot be deployed here, so its source is read.
class AdministratorsPackageTest {
    private static final Path SOURCE = Path.of("..", "docs", "salesforce");
    private static final Path APP = SOURCE.resolve("force-app/main/default");
    private static final Path VENDOR = SOURCE.resolve("vendor-app/main/default");
    private static final SalesforceMapping MAPPING = SalesforceMapping.USUAL;

    private static Document xml(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (Exception broken) {
            throw new IllegalStateException(file + " is no XML", broken);
        }
    }

    private static Optional<String> text(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        return found.getLength() == 0
                ? Optional.empty()
                : Optional.of(found.item(0).getTextContent());
    }

    private static Document field(Path app, String object, String field) {
        Path file = app.resolve("objects/" + object + "/fields/" + field + ".field-meta.xml");
        assertThat(file).exists();
        return xml(file);
    }

    private static void isA(String type, Path app, String object, String field) {
        assertThat(text(field(app, object, field), "type")).as(object + "." + field).contains(type);
    }

    private static Stream<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(SOURCE)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }

    @Test
    void every_file_of_metadata_can_be_read() throws IOException {
        List<Path> all = files(".xml").toList();

        assertThat(all)
                .hasSizeGreaterThan(50)
                .allSatisfy(file -> assertThat(xml(file)).isNotNull());
    }

    @Test
    void every_class_and_trigger_has_its_metadata() throws IOException {
        assertThat(Stream.concat(files(".cls"), files(".trigger")))
                .hasSizeGreaterThan(10)
                .allSatisfy(code -> assertThat(Path.of(code + "-meta.xml")).exists());
    }

    @Test
    void attendees_have_every_mapped_field_and_a_key_that_is_unique() {
        AttendeeMapping attendee = MAPPING.attendee();
        Document key = field(APP, attendee.object(), attendee.key());

        assertThat(text(key, "unique")).contains("true");
        assertThat(text(key, "externalId")).contains("true");
        assertThat(text(key, "length")).contains("36");
        isA("Lookup", APP, attendee.object(), attendee.field(AttendeeFact.EVENT).orElseThrow());
        isA("Lookup", APP, attendee.object(), attendee.field(AttendeeFact.ITEM).orElseThrow());
        isA("Email", APP, attendee.object(), attendee.field(AttendeeFact.EMAIL).orElseThrow());
        isA("Picklist", APP, attendee.object(), attendee.field(AttendeeFact.STATUS).orElseThrow());
        isA(
                "LongTextArea",
                APP,
                attendee.object(),
                attendee.field(AttendeeFact.SESSIONS).orElseThrow());
        for (AttendeeFact fact :
                List.of(AttendeeFact.NAME, AttendeeFact.TITLE, AttendeeFact.COMPANY)) {
            isA("Text", APP, attendee.object(), attendee.field(fact).orElseThrow());
        }
    }

    @Test
    void the_field_for_links_takes_any_address() {
        AttendeeMapping attendee = MAPPING.attendee();

        isA("Url", APP, attendee.object(), attendee.link().orElseThrow());
    }

    @Test
    void the_states_of_an_attendee_are_values_of_its_picklist() throws IOException {
        String status =
                Files.readString(
                        APP.resolve("objects/Attendee__c/fields/Status__c.field-meta.xml"));

        assertThat(status)
                .contains("<fullName>" + MAPPING.attendee().statuses().confirmed() + "<")
                .contains("<fullName>" + MAPPING.attendee().statuses().cancelled() + "<")
                .contains("<fullName>" + MAPPING.attendee().statuses().offered() + "<");
    }

    @Test
    void events_items_and_sessions_have_every_mapped_field() {
        EventMapping event = MAPPING.event();
        isA("DateTime", APP, event.object(), event.startsAt());
        isA("DateTime", APP, event.object(), event.endsAt());
        isA("Text", APP, event.object(), event.timeZone().orElseThrow());
        isA("Checkbox", APP, event.object(), event.published());
        isA("Number", APP, event.object(), event.capacity().orElseThrow());
        isA("Number", APP, event.object(), event.registered().orElseThrow());
        ItemMapping item = MAPPING.item();
        isA("Lookup", APP, item.object(), item.event());
        isA("Number", APP, item.object(), item.capacity().orElseThrow());
        isA("Number", APP, item.object(), item.registered().orElseThrow());
        SessionMapping session = MAPPING.session();
        isA("Lookup", APP, session.object(), session.event());
        isA("DateTime", APP, session.object(), session.startsAt());
        isA("Number", APP, session.object(), session.registered().orElseThrow());
    }

    @Test
    void the_integration_may_write_attendees_and_only_the_counts_of_the_rest() {
        Document permissions =
                xml(APP.resolve("permissionsets/Turnout_Integration.permissionset-meta.xml"));
        NodeList all = permissions.getElementsByTagName("fieldPermissions");
        Map<String, String> editable =
                Stream.iterate(0, i -> i < all.getLength(), i -> i + 1)
                        .map(i -> (org.w3c.dom.Element) all.item(i))
                        .collect(toMap(one -> tag(one, "field"), one -> tag(one, "editable")));

        MAPPING.attendee()
                .fields()
                .forEach(
                        (fact, field) ->
                                assertThat(editable.getOrDefault("Attendee__c." + field, "true"))
                                        .as("%s", fact)
                                        .isEqualTo("true"));
        assertThat(editable).containsEntry("Attendee__c.External_Id__c", "true");
        editable.forEach(
                (field, may) -> {
                    if (!field.startsWith("Attendee__c.") && may.equals("true")) {
                        assertThat(field).endsWith(".Registered__c");
                    }
                });
    }

    private static String tag(org.w3c.dom.Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void licences_have_the_fields_and_states_of_their_mapping() throws IOException {
        LicenseMapping license = LicenseMapping.USUAL;
        isA("Text", VENDOR, license.object(), license.number());
        isA("Text", VENDOR, license.object(), license.org());

        String status =
                Files.readString(
                        VENDOR.resolve("objects/License__c/fields/Status__c.field-meta.xml"));
        assertThat(license.statuses()).hasSize(LicenseStatus.values().length);
        assertThat(license.statuses().keySet())
                .allSatisfy(word -> assertThat(status).contains("<fullName>" + word + "<"));
    }
}
