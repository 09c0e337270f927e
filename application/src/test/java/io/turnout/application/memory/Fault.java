package io.turnout.application.memory;

/// Mistakes that are made on purpose: each must be found.
enum Fault {
    /// A writer may commit though the org was let go while it was under way.
    NO_FREEZE,
    /// The journal begins beside writers that do not know of it.
    JOURNAL_WITHOUT_GATE,
    /// Forgetting an entry forgets what was written to the same key since.
    JOURNAL_FORGETS,
    /// A copier that was replaced goes on writing.
    NO_TOKEN,
    /// Old news activate.
    LATE_ACTIVATION,
    /// The target is told that it is home before the source let go.
    ACTIVATE_FIRST,
    /// What was written last is not copied.
    NO_LAST_DRAIN,
    /// A mover that is it no more ends the journal of the one that is, or lets the org go.
    ANY_MOVER,
    /// Only the mover can tell the target.
    NO_SELF_HELP
}
