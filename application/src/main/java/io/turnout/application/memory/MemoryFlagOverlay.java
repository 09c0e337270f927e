package io.turnout.application.memory;

import io.turnout.application.flags.FlagOverlay;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.ChangeRecords;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Mark;
import io.turnout.domain.rollout.Overlay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was said about flags, in memory. There is one instance, which always knows it.
public final class MemoryFlagOverlay implements FlagOverlay {
    private final MemoryAuditTrail trail;
    private final InstantSource clock;
    private final List<Instant> changedAt = new ArrayList<>();
    private volatile Overlay overlay;

    public MemoryFlagOverlay(MemoryAuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
        Instant now = clock.instant();
        this.overlay = Overlay.initial(new Mark("turnout", "as it always was", now));
        changedAt.add(now);
    }

    @Override
    public Overlay current() {
        return overlay;
    }

    @Override
    public Overlay refresh() {
        return overlay;
    }

    @Override
    public synchronized Kept change(List<FlagChange> changes, Author author) {
        FlagOverlay.bounded(changes);
        Instant now = clock.instant();
        Overlay next = overlay.after(changes, Mark.of(author, now));
        for (AuditEntry entry : ChangeRecords.of(changes, author)) {
            var _ = trail.append(entry);
        }
        overlay = next;
        changedAt.add(now);
        return new Kept(next.revision(), now);
    }

    synchronized Optional<Instant> changedAt(long revision) {
        return revision < 1 || revision > changedAt.size()
                ? Optional.empty()
                : Optional.of(changedAt.get((int) revision - 1));
    }
}
