package io.turnout.config;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.application.privacy.KeyManagement.Master;
import io.turnout.application.privacy.KeyManagement.Standing;
import io.turnout.application.privacy.KeyUseCases;
import io.turnout.application.privacy.RewrapOrgKeys;
import io.turnout.application.privacy.RewrapRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What keeps the keys at hand, and what replaces them while everybody writes.
final class KeyLoops {
    private static final Logger LOG = LoggerFactory.getLogger(KeyLoops.class);
    private static final Duration REFRESH = Duration.ofSeconds(5);
    private static final Duration ORG_KEYS = Duration.ofSeconds(60);

    /// Longer than it takes everybody to hear that the key of a link was wrapped anew: whoever read
    /// it before is done before the older key goes.
    private static final Duration RECORDS = Duration.ofSeconds(20);

    private final OpenKeys keys;
    private final KeyUseCases useCases;
    private final Counter rewrapped;
    private final AtomicInteger replacing = new AtomicInteger();

    KeyLoops(OpenKeys keys, KeyUseCases useCases, MetricRegistry metrics) {
        this.keys = keys;
        this.useCases = useCases;
        this.rewrapped = metrics.counter("turnout.keys.rewrapped");
        metrics.registerGauge("turnout.keys.replacing", replacing::get);
        metrics.registerGauge("turnout.ciphertexts.refused", keys::refused);
    }

    /// The first refuses to start without a master key that somebody needs.
    List<House.Part> parts() {
        return List.of(
                masters(),
                new Loop("key-refresh", 1, REFRESH, this::refresh),
                new Loop("org-keys", 1, ORG_KEYS, this::rewrapOrgKeys),
                new Loop("record-keys", 1, RECORDS, this::rewrapRecords));
    }

    private House.Part masters() {
        return new House.Part() {
            @Override
            public void start() {
                useCases.show().show().masters().entrySet().stream()
                        .filter(entry -> entry.getKey().standing() == Standing.MISSING)
                        .forEach(KeyLoops::refuse);
            }
        };
    }

    private static void refuse(Map.Entry<Master, Integer> missing) {
        throw new IllegalStateException(
                missing.getValue()
                        + " keys of orgs are under the master key "
                        + missing.getKey().name()
                        + ", which the settings do not name: add its file to"
                        + " keyManagement.olderMasterKeyFiles");
    }

    private boolean refresh() {
        keys.refresh(Wiring.clock().instant());
        return false;
    }

    private boolean rewrapOrgKeys() {
        RewrapOrgKeys.Round round = useCases.rewrapOrgKeys().rewrap();
        rewrapped.inc(round.changed());
        if (round.changed() + round.unreadable() > 0) {
            LOG.info(
                    "{} keys of orgs were wrapped under the current master key, {} do not open",
                    round.changed(),
                    round.unreadable());
        }
        return false;
    }

    /// Takes turns with whoever registers: as long as a window took, nothing is done.
    private boolean rewrapRecords() {
        keys.refresh(Wiring.clock().instant());
        long begun = System.nanoTime();
        RewrapRecords.Round round = useCases.rewrapRecords().rewrap();
        rewrapped.inc(round.changed());
        if (replacing.getAndSet(round.orgs()) != round.orgs() || round.dropped() > 0) {
            LOG.info(
                    "the keys of {} orgs are being replaced, {} older ones are gone now",
                    round.orgs(),
                    round.dropped());
        }
        if (round.more()) {
            LockSupport.parkNanos(System.nanoTime() - begun);
        }
        return round.more();
    }
}
