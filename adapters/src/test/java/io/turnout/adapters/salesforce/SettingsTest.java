package io.turnout.adapters.salesforce;

import static io.turnout.application.delivery.OrgRecordsContract.ACME;
import static io.turnout.application.delivery.OrgRecordsContract.attendees;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the settings say is refused when it is read, not when it is used.
class SettingsTest {
    private static final RSAPrivateKey KEY = (RSAPrivateKey) TestKeys.OURS.getPrivate();
    private static final AttendeeMapping USUAL = SalesforceMapping.USUAL.attendee();

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
    }

    @Test
    void a_pkcs8_key_is_read() {
        assertThat(PrivateKeyPem.read(pem("PRIVATE KEY", KEY.getEncoded()))).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PUBLIC KEY"})
    void another_kind_of_key_is_refused(String kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivateKeyPem.read(pem(kind, KEY.getEncoded())))
                .withMessageContaining("PKCS#8");
    }

    @Test
    void a_broken_key_is_refused_without_being_repeated() {
        String broken = pem("PRIVATE KEY", "private".getBytes(UTF_8));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivateKeyPem.read(broken))
                .withMessage("not an RSA key in PKCS#8")
                .withNoCause();
    }

    @Test
    void a_short_key_is_refused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1_024);
        var weak = (RSAPrivateKey) generator.generateKeyPair().getPrivate();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtCredentials("key", "user", "audience", weak))
                .withMessageContaining("2048");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.salesforce.com",
                "https://acme.my.salesforce.com",
                "http://localhost:8090",
                "http://127.0.0.1:8090",
                "http://[::1]:8090"
            })
    void a_login_over_tls_or_on_this_machine_is_taken(String url) {
        assertThatNoException().isThrownBy(() -> TestConnections.to(ACME, URI.create(url), KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.my.salesforce.com",
                "http://localhost.example.org",
                "https://user:secret@acme.my.salesforce.com",
                "ldap://acme.my.salesforce.com",
                "acme.my.salesforce.com"
            })
    void a_login_over_an_open_line_is_refused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestConnections.to(ACME, URI.create(url), KEY));
    }

    @Test
    void nothing_secret_is_printed() {
        var connection = TestConnections.to(ACME, URI.create("https://acme.example"), KEY);

        assertThat(connection.toString())
                .contains(ACME.value())
                .doesNotContain("consumer-key", "modulus", KEY.getModulus().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Attendee c", "../x", "Attendee__c/x", "1Attendee", "Ätt"})
    void a_name_that_no_object_can_have_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new AttendeeMapping(
                                        name,
                                        USUAL.key(),
                                        USUAL.fields(),
                                        USUAL.statuses(),
                                        USUAL.duplicates()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new AttendeeMapping(
                                        USUAL.object(),
                                        name,
                                        USUAL.fields(),
                                        USUAL.statuses(),
                                        USUAL.duplicates()));
    }

    @Test
    void a_field_that_is_mapped_twice_is_refused() {
        var twice = Map.of(AttendeeFact.EVENT, "Event__c", AttendeeFact.STATUS, "Event__c");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new AttendeeMapping(
                                        "Attendee__c",
                                        "Key__c",
                                        twice,
                                        USUAL.statuses(),
                                        USUAL.duplicates()));
    }

    @Test
    void the_key_is_no_field_for_anything_else() {
        var fields = Map.of(AttendeeFact.EVENT, "Event__c", AttendeeFact.STATUS, "Key__c");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new AttendeeMapping(
                                        "Attendee__c",
                                        "Key__c",
                                        fields,
                                        USUAL.statuses(),
                                        USUAL.duplicates()));
    }

    @Test
    void what_a_mapping_does_not_name_is_not_sent() {
        var fields = Map.of(AttendeeFact.EVENT, "E__c", AttendeeFact.STATUS, "S__c");
        var mapping =
                new AttendeeMapping("A__c", "K__c", fields, USUAL.statuses(), USUAL.duplicates());

        assertThat(mapping.values(attendees(1).getFirst())).containsOnlyKeys("E__c", "S__c");
    }
}
