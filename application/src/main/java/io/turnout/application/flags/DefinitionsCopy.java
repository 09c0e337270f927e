package io.turnout.application.flags;

import java.util.Optional;

/// The last sound definitions of a rollout server, for a start while it is away. It is in our own
/// storage, the same for all instances, so that no old file on some disk is believed.
public interface DefinitionsCopy {
    Optional<String> last(String environment);

    /// Kept instead of what was there.
    void keep(String environment, String definitions);
}
