package io.turnout.config;

import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.domain.org.OrgId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// The secrets that orgs sign their nudges with: those that the settings name, the vendor's org
/// among them, and those that were stored with a connection. What the settings name is read at
/// the start, so that a wrong one stops it.
final class NudgeSecrets implements WebhookSecrets {
    private final Map<OrgId, List<byte[]>> settled = new HashMap<>();
    private final Function<OrgId, List<String>> stored;

    NudgeSecrets(TurnoutSettings settings, Function<OrgId, List<String>> stored) {
        this.stored = stored;
        Stream.concat(
                        settings.salesforce().orgs().stream(),
                        settings.licenses().map(LicensesSettings::source).stream())
                .forEach(org -> keep(new OrgId(org.org()), org.secrets()));
    }

    private void keep(OrgId org, List<String> secrets) {
        var _ = settled.merge(org, read(org, secrets), NudgeSecrets::both);
    }

    private static List<byte[]> both(List<byte[]> one, List<byte[]> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<byte[]> read(OrgId org, List<String> secrets) {
        return secrets.stream().map(secret -> read(org, secret)).toList();
    }

    private static byte[] read(OrgId org, String secret) {
        try {
            return WebhookSecret.read(secret);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(org + ": " + none.getMessage(), none);
        }
    }

    @Override
    public List<byte[]> of(OrgId org) {
        List<byte[]> known = settled.get(org);
        return known == null ? read(org, stored.apply(org)) : known;
    }
}
