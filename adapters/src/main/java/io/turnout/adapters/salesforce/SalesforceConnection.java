package io.turnout.adapters.salesforce;

import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/// All it takes to write to one org. `loginUrl` is the org's own domain or Salesforce's login
/// host; where the data goes is what the login answers. Plain HTTP is for this machine only.
public record SalesforceConnection(
        OrgId org,
        URI loginUrl,
        JwtCredentials credentials,
        String apiVersion,
        SalesforceMapping mapping) {
    public static final String API_VERSION = "66.0";

    private static final Pattern VERSION = Pattern.compile("[0-9]{2,3}\\.0");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public SalesforceConnection {
        if (!isSafe(loginUrl)) {
            throw new IllegalArgumentException("the login of " + org + " needs an https URL");
        }
        if (!VERSION.matcher(apiVersion).matches()) {
            throw new IllegalArgumentException("an API version looks like " + API_VERSION);
        }
    }

    /// Whether a token may travel there.
    static boolean isSafe(URI url) {
        String host = url.getHost();
        return host != null
                && url.getUserInfo() == null
                && ("https".equals(url.getScheme())
                        || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(host)));
    }
}
