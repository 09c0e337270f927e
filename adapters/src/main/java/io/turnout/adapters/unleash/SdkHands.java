package io.turnout.adapters.unleash;

import io.getunleash.event.ClientFeaturesResponse;
import io.getunleash.metric.ClientMetrics;
import io.getunleash.metric.ClientRegistration;
import io.getunleash.metric.MetricSender;
import io.getunleash.repository.FeatureFetcher;
import io.getunleash.util.UnleashScheduledExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What the SDK would do by itself on its own threads, in our hands: it looks for definitions when
/// we hand it some, and never elsewhere, so that no server can keep it waiting, and none of its
/// pauses after a refusal lets it sleep through a change. Events of evaluations are dropped: there
/// is one a decision, and nobody listens.
final class SdkHands implements UnleashScheduledExecutor, FeatureFetcher, MetricSender {
    /// By their periods the SDK's two tasks are told apart; neither is waited for.
    static final int FETCH_SECONDS = 3_600;

    static final int METRICS_SECONDS = 7_200;
    private static final int ACCEPTED = 202;

    private final AtomicReference<@Nullable String> handed = new AtomicReference<>();
    private volatile Runnable fetch = () -> {};

    /// The SDK goes by these definitions from when this returns.
    synchronized void hand(String body) {
        handed.set(body);
        fetch.run();
    }

    @Override
    public ClientFeaturesResponse fetchFeatures() {
        String body = handed.getAndSet(null);
        return body == null
                ? ClientFeaturesResponse.notChanged()
                : ClientFeaturesResponse.updated(body);
    }

    @Override
    public void setInterval(Runnable command, long initialDelay, long period) {
        if (period == FETCH_SECONDS) {
            fetch = command;
        }
    }

    @Override
    public Future<Void> scheduleOnce(Runnable event) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public int registerClient(ClientRegistration registration) {
        return ACCEPTED;
    }

    @Override
    public int sendMetrics(ClientMetrics metrics) {
        return ACCEPTED;
    }
}
