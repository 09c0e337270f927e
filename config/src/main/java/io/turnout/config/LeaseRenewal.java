package io.turnout.config;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Renewal;
import io.turnout.domain.delivery.Lease;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Renews a lease every three seconds while its call runs. A renewal that fails is tried again by
/// the next; when the lease is lost, whoever has it now sends the same rows, which is harmless.
final class LeaseRenewal implements Renewal, House.Part {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseRenewal.class);
    private static final int SECONDS = 3;

    private final Outbox outbox;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("lease-renewal").daemon().factory());

    LeaseRenewal(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public <T> T during(Lease lease, Supplier<T> work) {
        ScheduledFuture<?> renewing =
                timer.scheduleAtFixedRate(() -> renew(lease), SECONDS, SECONDS, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            var _ = renewing.cancel(false);
        }
    }

    private void renew(Lease lease) {
        try {
            if (!outbox.renew(lease)) {
                LOG.warn("the lease on {} of {} is lost", lease.event(), lease.org());
            }
        } catch (RuntimeException e) {
            LOG.warn("the lease on {} of {} was not renewed", lease.event(), lease.org(), e);
        }
    }

    @Override
    public void stop() {
        timer.shutdown();
    }
}
