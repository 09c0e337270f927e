package io.turnout.domain.setting;

/// What came of edits: the version they made, and when processes go by it.
public record Applied(long version, Effect effect) {
    /// When processes go by new variables.
    public enum Effect {
        /// The cloud restarts them all by itself.
        RESTARTING,
        /// The cloud replaces them, one after another.
        DEPLOYING,
        /// Whoever starts after this.
        AT_NEXT_START
    }
}
