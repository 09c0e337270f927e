package io.turnout.config;

import io.dropwizard.client.ssl.TlsConfiguration;
import io.dropwizard.db.DataSourceFactory;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every way to another machine that settings name is encrypted, by TLS 1.2 or newer. What stays on
/// this machine need not be.
final class Hops {
    private static final String SSL_MODE = "sslmode";
    private static final String ENCRYPTED = "require";
    private static final Set<String> MODES = Set.of(ENCRYPTED, "verify-ca", "verify-full");
    private static final Set<String> PROTOCOLS = Set.of("TLS", "TLSv1.2", "TLSv1.3");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Hops() {}

    /// Whoever calls from this process asks for TLS 1.2 or newer, and takes no less, whatever the
    /// JDK was told. To be called before anybody does.
    static void areModern() {
        var _ = System.setProperty("jdk.tls.client.protocols", "TLSv1.3,TLSv1.2");
    }

    /// What of these settings asks for less.
    static List<String> flaws(TurnoutSettings settings) {
        List<String> flaws = new ArrayList<>();
        if (settings.storage() instanceof StorageSettings.Postgres(var database)
                && !isLocal(database)
                && !MODES.contains(sslMode(database))) {
            flaws.add("storage.database is on another machine, and sslmode is not " + ENCRYPTED);
        }
        redis(settings)
                .filter(url -> !isSafe(url, "rediss"))
                .map(url -> url.getHost() + ": a Redis on another machine is rediss://")
                .forEach(flaws::add);
        salesforce(settings)
                .filter(url -> !isSafe(url, "https"))
                .map(url -> url.getHost() + ": a Salesforce on another machine is https://")
                .forEach(flaws::add);
        if (settings.flags() instanceof FlagsSettings.Unleash unleash
                && !isSafe(unleash.url(), "https")) {
            flaws.add(unleash.url().getHost() + ": an Unleash on another machine is https://");
        }
        DoorSettings.Operators who = settings.door().operators();
        if (who != null && who.jwkSetUrl() != null && !isSafe(who.jwkSetUrl(), "https")) {
            flaws.add(who.jwkSetUrl().getHost() + ": keys on another machine are at https://");
        }
        dashboard(settings)
                .filter(url -> !isSafe(url, "https"))
                .map(url -> url.getHost() + ": a dashboard on another machine is https://")
                .forEach(flaws::add);
        settings.media()
                .addresses()
                .filter(url -> !isSafe(url, "https"))
                .map(url -> url.getHost() + ": pictures on another machine are at https://")
                .forEach(flaws::add);
        peers(settings)
                .filter(one -> one.url() != null && !isSafe(one.url(), "https"))
                .map(one -> one.name() + ": a stack on another machine is https://")
                .forEach(flaws::add);
        peers(settings)
                .flatMap(one -> one.inside().stream())
                .map(PeersSettings.Stack.Inside::database)
                .filter(one -> !isLocal(one) && !MODES.contains(sslMode(one)))
                .map(one -> "a database of peers is on another machine, and sslmode is not require")
                .forEach(flaws::add);
        if (!areModern(settings.salesforce().client().getTlsConfiguration())) {
            flaws.add("salesforce.client.tls: nothing older than TLSv1.2");
        }
        return flaws;
    }

    /// What a database elsewhere is told of TLS where the settings say nothing: to use it.
    static Map<String, String> usual(DataSourceFactory database) {
        return isLocal(database) ? Map.of() : Map.of(SSL_MODE, ENCRYPTED);
    }

    private static String sslMode(DataSourceFactory database) {
        return address(database).getOrDefault(SSL_MODE, ENCRYPTED);
    }

    private static boolean isLocal(DataSourceFactory database) {
        String hosts = address(database).getOrDefault("PGHOST", "localhost");
        return Arrays.stream(hosts.split(",")).allMatch(THIS_MACHINE::contains);
    }

    /// What the driver makes of the address and the properties beside it.
    private static Map<String, String> address(DataSourceFactory database) {
        Properties beside = new Properties();
        beside.putAll(database.getProperties());
        try {
            String url = database.getUrl();
            return Arrays.stream(DriverManager.getDriver(url).getPropertyInfo(url, beside))
                    .filter(property -> property.value != null)
                    .collect(
                            Collectors.toMap(
                                    property -> property.name, property -> property.value));
        } catch (SQLException unknown) {
            return Map.of();
        }
    }

    private static Stream<URI> redis(TurnoutSettings settings) {
        Stream.Builder<URI> urls = Stream.builder();
        if (settings.cache() instanceof CacheSettings.Redis(var url)) {
            urls.add(url);
        }
        settings.sessions().store().ifPresent(store -> urls.add(store.address().url()));
        if (settings.limits().redis() != null) {
            urls.add(settings.limits().redis());
        }
        settings.flags().redis().ifPresent(urls::add);
        return urls.build();
    }

    private static Stream<URI> salesforce(TurnoutSettings settings) {
        return Stream.concat(
                        settings.salesforce().orgs().stream(),
                        settings.licenses().map(LicensesSettings::source).stream())
                .map(SalesforceSettings.Org::loginUrl);
    }

    private static Stream<PeersSettings.Stack> peers(TurnoutSettings settings) {
        return settings.peers().map(PeersSettings::stacks).stream().flatMap(List::stream);
    }

    /// Where operators come to, and where they sign in.
    private static Stream<URI> dashboard(TurnoutSettings settings) {
        DoorSettings.Operators operators = settings.door().operators();
        return operators == null || operators.dashboard() == null
                ? Stream.empty()
                : Stream.of(operators.dashboard().publicUrl(), URI.create(operators.issuer()));
    }

    private static boolean isSafe(URI url, String scheme) {
        return scheme.equals(url.getScheme()) || THIS_MACHINE.contains(url.getHost());
    }

    private static boolean areModern(@Nullable TlsConfiguration tls) {
        return tls == null
                || (PROTOCOLS.contains(tls.getProtocol())
                        && (tls.getSupportedProtocols() == null
                                || PROTOCOLS.containsAll(tls.getSupportedProtocols())));
    }
}
