package io.turnout.adapters.salesforce;

import io.turnout.application.memory.MemoryCallBudget;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/// Connections and clients as the settings would make them, but for the time limits.
public final class TestConnections {
    private static final int ROUTE_MAX = 64;

    private TestConnections() {}

    /// With the simulator's own app and user.
    static SalesforceConnection to(OrgId org, URI loginUrl, RSAPrivateKey key) {
        return new SalesforceConnection(
                org,
                loginUrl,
                new JwtCredentials(
                        "turnout-simulator-consumer-key",
                        "integration@turnout.example",
                        "https://login.salesforce.com",
                        key),
                SalesforceConnection.API_VERSION,
                SalesforceMapping.USUAL);
    }

    /// Every call is affordable.
    static OrgCalls calls(HttpClient client, InstantSource clock) {
        return new OrgCalls(client, clock, budget());
    }

    /// All of an org's calls are ours.
    static MemoryCallBudget budget() {
        return new MemoryCallBudget(new BudgetRule(1, 0), InstantSource.system());
    }

    /// Follows redirects unless it is told not to, as Apache's client does.
    public static CloseableHttpClient client(Duration responseTimeout) {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(ROUTE_MAX)
                        .setMaxConnTotal(ROUTE_MAX)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(Timeout.ofSeconds(2))
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setResponseTimeout(Timeout.of(responseTimeout))
                                .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();
    }
}
