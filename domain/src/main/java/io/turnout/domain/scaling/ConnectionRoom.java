package io.turnout.domain.scaling;

import java.util.Optional;

/// How many connections a database allows at once, how many of them it keeps back for itself, and
/// how many each instance may open.
public record ConnectionRoom(int allowed, int kept, int each) {
    /// Why so many instances do not fit; nothing where they do. There has to be room for one more,
    /// which is tried, or comes before another goes.
    public Optional<String> flaw(int instances) {
        long wanted = (instances + 1L) * each + kept;
        return wanted <= allowed
                ? Optional.empty()
                : Optional.of(
                        "%d instances of %d connections each, one more that is tried or"
                                        .formatted(instances, each)
                                + " replaced, and %d that the database keeps back make %d, and it"
                                        .formatted(kept, wanted)
                                + " allows "
                                + allowed);
    }
}
