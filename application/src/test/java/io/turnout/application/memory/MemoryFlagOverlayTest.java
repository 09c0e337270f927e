package io.turnout.application.memory;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.flags.FlagOverlayContract;
import io.turnout.application.flags.OverlayAcknowledgements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

class MemoryFlagOverlayTest extends FlagOverlayContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(MemoryStorage.NOON);
    private final InstantSource clock = now::get;
    private final MemoryAuditTrail trail = new MemoryAuditTrail(clock);
    private final MemoryFlagOverlay overlay = new MemoryFlagOverlay(trail, clock);
    private final OverlayAcknowledgements acknowledgements =
            new MemoryOverlayAcknowledgements(overlay, clock);

    @Override
    protected FlagOverlay overlay() {
        return overlay;
    }

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    @Override
    protected OverlayAcknowledgements acknowledgements() {
        return acknowledgements;
    }

    @Override
    protected void elapse(Duration passed) {
        now.updateAndGet(instant -> instant.plus(passed));
    }
}
