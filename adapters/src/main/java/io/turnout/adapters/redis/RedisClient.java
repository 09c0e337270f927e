package io.turnout.adapters.redis;

import io.turnout.domain.cloud.StoreAddress;
import io.turnout.domain.cloud.StoreAddress.Trust;
import java.net.URI;
import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.config.SslVerificationMode;

/// A connection to Redis that is made when it is first needed, so that the house starts without
/// it, and that never keeps anybody waiting for long.
public final class RedisClient {
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofMillis(200);
    private static final String[] TLS = {"TLSv1.3", "TLSv1.2"};
    private static final int CONNECTIONS = 16;

    private RedisClient() {}

    public static RedissonClient at(URI url) {
        return at(new StoreAddress(url, Trust.VERIFIED));
    }

    /// As far as its certificate is trusted.
    public static RedissonClient at(StoreAddress address) {
        Config config = new Config();
        config.setSslVerificationMode(
                switch (address.trust()) {
                    case VERIFIED -> SslVerificationMode.STRICT;
                    case ANY -> SslVerificationMode.NONE;
                });
        config.setLazyInitialization(true);
        config.setSslProtocols(TLS);
        config.useSingleServer()
                .setAddress(address.url().toString())
                .setConnectTimeout((int) CONNECT.toMillis())
                .setTimeout((int) ANSWER.toMillis())
                .setRetryAttempts(0)
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(1)
                .setSubscriptionConnectionMinimumIdleSize(1);
        return Redisson.create(config);
    }
}
