package io.turnout.adapters.peer;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// By which other stacks are asked: it hands on, and does nothing of its own, such as following,
/// remembering, unpacking or trying again.
public final class PeerClient {
    private static final int CONNECTIONS = 512;

    /// Shorter than servers keep one: none is used that was closed meanwhile.
    private static final TimeValue IDLE_MAX = TimeValue.ofSeconds(5);

    private static final Timeout ANSWER = Timeout.ofSeconds(30);
    private static final Timeout CONNECT = Timeout.ofMilliseconds(1_000);

    private static final RequestConfig USUAL =
            RequestConfig.custom()
                    .setConnectionRequestTimeout(CONNECT)
                    .setResponseTimeout(ANSWER)
                    .setRedirectsEnabled(false)
                    .build();

    /// A large body is sent once whoever takes it has seen the head, and wants it.
    static final RequestConfig STREAMED =
            RequestConfig.copy(USUAL).setExpectContinueEnabled(true).build();

    private PeerClient() {}

    public static CloseableHttpClient open() {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setMaxConnPerRoute(CONNECTIONS)
                                .setMaxConnTotal(CONNECTIONS)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(CONNECT)
                                                .setSocketTimeout(ANSWER)
                                                .setValidateAfterInactivity(
                                                        TimeValue.of(500, TimeUnit.MILLISECONDS))
                                                .build())
                                .build())
                .setDefaultRequestConfig(USUAL)
                .evictIdleConnections(IDLE_MAX)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }
}
