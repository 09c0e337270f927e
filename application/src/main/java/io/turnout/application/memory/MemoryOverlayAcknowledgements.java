package io.turnout.application.memory;

import io.turnout.application.flags.OverlayAcknowledgements;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// How far each instance is, in memory.
public final class MemoryOverlayAcknowledgements implements OverlayAcknowledgements {
    private final Map<String, Progress> progress = new TreeMap<>();
    private final MemoryFlagOverlay overlay;
    private final InstantSource clock;

    public MemoryOverlayAcknowledgements(MemoryFlagOverlay overlay, InstantSource clock) {
        this.overlay = overlay;
        this.clock = clock;
    }

    @Override
    public synchronized void acknowledge(String instance, long revision) {
        Instant now = clock.instant();
        NavigableMap<Long, Instant> reached =
                new TreeMap<>(progress.getOrDefault(instance, Progress.NONE).reached());
        var _ = reached.putIfAbsent(revision, now);
        progress.put(instance, new Progress(reached, now));
    }

    @Override
    public synchronized Optional<Applied> of(long revision) {
        Instant gone = clock.instant().minus(GONE_AFTER);
        return overlay.changedAt(revision)
                .map(
                        at ->
                                new Applied(
                                        revision,
                                        at,
                                        progress.entrySet().stream()
                                                .filter(one -> one.getValue().seen().isAfter(gone))
                                                .map(
                                                        one ->
                                                                new Instance(
                                                                        one.getKey(),
                                                                        one.getValue()
                                                                                .at(revision)))
                                                .toList()));
    }

    private record Progress(NavigableMap<Long, Instant> reached, Instant seen) {
        static final Progress NONE = new Progress(new TreeMap<>(), Instant.MIN);

        Optional<Instant> at(long revision) {
            return Optional.ofNullable(reached.ceilingEntry(revision)).map(Map.Entry::getValue);
        }
    }
}
