package io.turnout.domain.registration;

/// Nothing was decided, or nobody knows: ask again with the same key, and it is settled. Every
/// intent can end so, whatever it was.
public record Undecided(Cause cause)
        implements Decision,
                HoldDecision,
                CancelDecision,
                ReleaseDecision,
                AcceptDecision,
                TendDecision {
    /// Why, since each wants another pause before the next try.
    public enum Cause {
        /// The queue is full or moves too slowly. Nothing was kept.
        OVERLOADED,
        /// The org has as many waiting as its share allows. Nothing was kept.
        OVER_SHARE,
        /// The storage does not answer. Nothing was kept.
        STORAGE_UNAVAILABLE,
        /// The storage went away during the commit: kept or not, the same key will tell.
        OUTCOME_UNKNOWN,
        /// The org is moving between stacks, or lives on another. Nothing was kept.
        RELOCATING
    }
}
