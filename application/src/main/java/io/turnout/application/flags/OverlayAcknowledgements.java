package io.turnout.application.flags;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far each instance is with what was said about flags, so that somebody who pulls a feature
/// back sees when it is gone everywhere.
public interface OverlayAcknowledgements {
    /// Who was not heard for so long is no instance any more.
    Duration GONE_AFTER = Duration.ofSeconds(15);

    /// An instance goes by a revision from now on. Said again, it says that it still lives.
    void acknowledge(String instance, long revision);

    /// How far the instances that live are with a revision; empty for one that never was.
    Optional<Applied> of(long revision);

    /// The instances that live, and since when each goes by the revision or a later one.
    ///
    /// @param changedAt when the revision was kept
    record Applied(long revision, Instant changedAt, List<Instance> instances) {
        public Applied {
            instances = List.copyOf(instances);
        }

        /// Since when all of them do.
        public Optional<Instant> everywhereAt() {
            return instances.stream().allMatch(one -> one.appliedAt().isPresent())
                    ? instances.stream()
                            .flatMap(one -> one.appliedAt().stream())
                            .max(Instant::compareTo)
                    : Optional.empty();
        }
    }

    record Instance(String name, Optional<Instant> appliedAt) {}
}
