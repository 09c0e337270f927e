package io.turnout.config;

import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.domain.org.OrgId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The secrets of webhooks that the settings name.
final class SettingsSecrets implements WebhookSecrets {
    static final String PREFIX = "whsec_";
    private static final int BYTES_MIN = 24;

    private final Map<OrgId, List<byte[]>> secrets = new HashMap<>();

    SettingsSecrets(TurnoutSettings settings) {
        Stream.concat(
                        settings.salesforce().orgs().stream(),
                        settings.licenses().map(LicensesSettings::source).stream())
                .forEach(
                        org ->
                                secrets.merge(
                                        new OrgId(org.org()), read(org), SettingsSecrets::both));
    }

    private static List<byte[]> both(List<byte[]> one, List<byte[]> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<byte[]> read(SalesforceSettings.Org org) {
        return org.secrets().stream().map(secret -> read(org.org(), secret)).toList();
    }

    private static byte[] read(String org, String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            if (key.length >= BYTES_MIN) {
                return key;
            }
        } catch (IllegalArgumentException refused) {
            // Falls through to the one answer for every secret that is none; it is never shown.
        }
        throw new IllegalArgumentException(
                "a webhook secret of " + org + " is not whsec_ and 24 bytes or more in Base64");
    }

    @Override
    public List<byte[]> of(OrgId org) {
        return secrets.getOrDefault(org, List.of());
    }
}
