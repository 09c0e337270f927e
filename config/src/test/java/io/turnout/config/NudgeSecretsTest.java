package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NudgeSecretsTest {
    private static final OrgId ORG = new OrgId("00DTURNOUT0000125A");
    private static final OrgId VENDOR = new OrgId("00DTURNOUT0000025A");

    private static final OrgId STORED = new OrgId("00DTURNOUT0000325A");

    private static SalesforceSettings.Org org(OrgId id, @Nullable List<String> secrets) {
        return new SalesforceSettings.Org(
                id.value(),
                URI.create("https://acme.my.salesforce.com"),
                "key",
                "user",
                "https://login.salesforce.com",
                Path.of("none.pem"),
                null,
                null,
                secrets,
                null);
    }

    private static NudgeSecrets secrets(
            SalesforceSettings.Org org, @Nullable LicensesSettings licenses) {
        return new NudgeSecrets(
                new TurnoutSettings(
                        "test",
                        null,
                        null,
                        new StorageSettings.Memory(),
                        new KeyManagementSettings.Local(Path.of("none.key"), null, null),
                        new SalesforceSettings(List.of(org), null, null, null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        licenses,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                stored -> stored.equals(STORED) ? List.of(secret(48)) : List.of());
    }

    private static String secret(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    @Test
    void an_org_has_the_secrets_that_the_settings_name_and_the_vendor_has_too() {
        NudgeSecrets secrets =
                secrets(
                        org(ORG, List.of(secret(24), secret(32))),
                        new LicensesSettings(org(VENDOR, List.of(secret(40))), null));

        assertThat(secrets.of(ORG)).extracting(key -> key.length).containsExactly(24, 32);
        assertThat(secrets.of(VENDOR)).hasSize(1);
        assertThat(secrets.of(STORED)).extracting(key -> key.length).containsExactly(48);
        assertThat(secrets.of(new OrgId("00DTURNOUT0000225A"))).isEmpty();
        assertThat(secrets(org(ORG, null), null).of(ORG)).isEmpty();
    }

    @Test
    void a_secret_that_is_none_stops_the_start_and_is_not_shown() {
        for (String wrong : List.of(secret(23), "whsec_not base64!")) {
            assertThatThrownBy(() -> secrets(org(ORG, List.of(wrong)), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(ORG.value())
                    .satisfies(no -> assertThat(no.getMessage()).doesNotContain(wrong));
        }
        assertThat(org(ORG, List.of(secret(32))).toString()).doesNotContain("whsec_");
    }
}
