package io.turnout.config;

import io.turnout.adapters.salesforce.ConnectionTerms;
import io.turnout.application.connection.OrgConnections;
import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The connections of the settings, which stand before those that are stored and do not change
/// while the house runs.
record SettingsConnections(Map<OrgId, Kept.Open> settled, OrgConnections stored)
        implements OrgConnections {
    private static final Comparator<Listed> BY_ORG = Comparator.comparing(one -> one.org().value());

    /// Reads every key and tries every connection for what can be said without a call.
    ///
    /// @throws IllegalArgumentException with the org and what is wrong with its connection
    static OrgConnections before(SalesforceSettings settings, OrgConnections stored) {
        ConnectionTerms terms = settings.terms();
        Map<OrgId, Kept.Open> settled = new LinkedHashMap<>();
        for (SalesforceSettings.Org org : settings.orgs()) {
            OrgConnection connection = connection(org);
            refuseWrong(terms, connection);
            settled.put(connection.org(), new Kept.Open(head(connection), connection));
        }
        return new SettingsConnections(Map.copyOf(settled), stored);
    }

    private static void refuseWrong(ConnectionTerms terms, OrgConnection connection) {
        try {
            var _ = terms.read(connection);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "salesforce.orgs, " + connection.org() + ": " + wrong.getMessage(), wrong);
        }
    }

    static OrgConnection connection(SalesforceSettings.Org org) {
        return new OrgConnection(
                new OrgId(org.org()),
                org.loginUrl(),
                new ConnectedAs(org.consumerKey(), org.username(), org.audience()),
                org.version(),
                org.mappingName(),
                new ConnectionSecrets(SettingsFiles.text(org.privateKeyFile()), org.secrets()));
    }

    /// The version tells who we are there, since another user may see other fields.
    private static Listed head(OrgConnection connection) {
        String who =
                String.join(
                        "|",
                        connection.loginUrl().toString(),
                        connection.apiVersion(),
                        connection.account().consumerKey(),
                        connection.account().username());
        UUID mark = UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8));
        return new Listed(
                connection.org(),
                Source.SETTINGS,
                connection.mapping(),
                Optional.empty(),
                mark.toString());
    }

    @Override
    public Keeping keep(OrgConnection connection) {
        return settled.containsKey(connection.org())
                ? Keeping.OF_THE_SETTINGS
                : stored.keep(connection);
    }

    @Override
    public Optional<Kept> find(OrgId org) {
        Kept found = settled.get(org);
        return found == null ? stored.find(org) : Optional.of(found);
    }

    @Override
    public List<Listed> list(Optional<OrgId> after, int limit) {
        Stream<Listed> ours =
                settled.values().stream()
                        .map(Kept.Open::head)
                        .filter(one -> after.map(last -> isAfter(one, last)).orElse(true));
        Stream<Listed> others =
                stored.list(after, limit).stream().filter(one -> !settled.containsKey(one.org()));
        return Stream.concat(ours, others).sorted(BY_ORG).limit(limit).toList();
    }

    private static boolean isAfter(Listed one, OrgId last) {
        return one.org().value().compareTo(last.value()) > 0;
    }

    @Override
    public Removal remove(OrgId org) {
        return settled.containsKey(org) ? Removal.OF_THE_SETTINGS : stored.remove(org);
    }
}
