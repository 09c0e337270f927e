package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.turnout.application.connection.ConnectionProbe.Inspection;
import io.turnout.domain.connection.Flaw;
import io.turnout.domain.connection.OrgConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a connection must be before anybody is called with it, and the making of one that is.
/// `hosts` are the domains an operator may name: whoever may store a connection shall not make
/// Turnout call wherever they like.
public record ConnectionTerms(Mappings mappings, List<String> hosts) {
    /// Where Salesforce lives.
    public static final List<String> SALESFORCE =
            List.of("salesforce.com", "salesforce.mil", "sfcrmproducts.cn");

    private static final Pattern WEBHOOK_SECRET =
            Pattern.compile("whsec_[A-Za-z0-9+/]{32,88}={0,2}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{2,3}\\.0");

    public ConnectionTerms {
        hosts = List.copyOf(hosts);
    }

    /// The connection as it is used.
    ///
    /// @throws IllegalArgumentException with what is wrong with it
    public SalesforceConnection read(OrgConnection connection) {
        return new SalesforceConnection(
                connection.org(),
                connection.loginUrl(),
                new JwtCredentials(
                        connection.account().consumerKey(),
                        connection.account().username(),
                        connection.account().audience(),
                        PrivateKeyPem.read(connection.secrets().privateKey())),
                connection.apiVersion(),
                mappings.of(connection.mapping())
                        .orElseThrow(() -> new IllegalArgumentException(unknownMapping())));
    }

    private String unknownMapping() {
        return "the mapping is none of " + mappings.names();
    }

    Inspection inspect(OrgConnection connection) {
        List<Flaw> flaws = new ArrayList<>();
        if (!SalesforceConnection.isSafe(connection.loginUrl())
                || !isPlain(connection.loginUrl())
                || !isAllowed(connection.loginUrl())) {
            flaws.add(new Flaw("loginUrl", "is an https address under one of " + hosts));
        }
        if (!VERSION.matcher(connection.apiVersion()).matches()) {
            flaws.add(new Flaw("apiVersion", "looks like " + SalesforceConnection.API_VERSION));
        }
        if (mappings.of(connection.mapping()).isEmpty()) {
            flaws.add(new Flaw("mapping", "is one of " + mappings.names()));
        }
        Optional<String> fingerprint = key(connection, flaws);
        webhooks(connection.secrets().webhookSecrets(), flaws);
        return new Inspection(flaws, fingerprint);
    }

    private static Optional<String> key(OrgConnection connection, List<Flaw> flaws) {
        try {
            RSAPrivateKey key = PrivateKeyPem.read(connection.secrets().privateKey());
            var _ = new JwtCredentials("key", "user", "audience", key);
            return Optional.of(fingerprint(key));
        } catch (IllegalArgumentException refused) {
            flaws.add(new Flaw("privateKey", String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    /// SHA-256 of the public key: what `openssl x509 -pubkey` shows of the certificate, too.
    private static String fingerprint(RSAPrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey whole)) {
            throw new IllegalArgumentException("not an RSA key with its public exponent");
        }
        try {
            var spec = new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent());
            byte[] encoded = KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA and SHA-256", e);
        }
    }

    private static void webhooks(List<String> secrets, List<Flaw> flaws) {
        for (int i = 0; i < secrets.size(); i++) {
            boolean again = secrets.subList(0, i).contains(secrets.get(i));
            if (again || !WEBHOOK_SECRET.matcher(secrets.get(i)).matches()) {
                flaws.add(
                        new Flaw(
                                "webhookSecrets[" + i + "]",
                                again
                                        ? "is the same as another"
                                        : "is whsec_ and 24 to 64 bytes in Base64"));
            }
        }
    }

    private static boolean isPlain(URI url) {
        String path = url.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.toString().getBytes(UTF_8).length == url.toString().length();
    }

    private boolean isAllowed(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
    }
}
