package io.turnout.adapters.http.operator;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.health.HealthStatus;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that a sign-in service names at an address. They are remembered, and asked for again
/// before they are old; a token under a key that is not known has them asked for at once, but twice
/// in a while at most, whoever sends such tokens. While the service is away, those that it named
/// last hold.
public final class RemoteKeys {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);
    private static final int ANSWER_MILLIS = 2_000;
    private static final int BYTES_MAX = 262_144;

    private RemoteKeys() {}

    /// @param old when keys are asked for again
    /// @param pause in which they are asked for twice at most
    /// @param outage for how long the last ones hold
    record Terms(Duration old, Duration pause, Duration outage) {
        static final Terms USUAL =
                new Terms(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofDays(1));
    }

    public static JWKSource<SecurityContext> at(URI url) {
        return at(url, Terms.USUAL);
    }

    static JWKSource<SecurityContext> at(URI url, Terms terms) {
        long part = terms.old().toMillis() / 5;
        AtomicReference<HealthStatus> health = new AtomicReference<>(HealthStatus.HEALTHY);
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            url.toURL(),
                            new DefaultResourceRetriever(ANSWER_MILLIS, ANSWER_MILLIS, BYTES_MAX))
                    .cache(terms.old().toMillis(), Math.min(2 * ANSWER_MILLIS, part))
                    .refreshAheadCache(
                            part,
                            null,
                            Executors.newVirtualThreadPerTaskExecutor(),
                            true,
                            null,
                            false)
                    .rateLimited(terms.pause().toMillis())
                    .outageTolerant(terms.outage().toMillis())
                    .healthReporting(
                            report -> {
                                HealthStatus now = report.getHealthStatus();
                                if (health.getAndSet(now) != now) {
                                    LOG.warn("the keys of the sign-in service: {}", now);
                                }
                            })
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address of keys: " + url, e);
        }
    }
}
