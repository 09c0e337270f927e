package io.turnout.simulator.schema;

/// What can be true of a field beside its type.
public enum Trait {
    REQUIRED,
    UNIQUE,
    EXTERNAL_ID,
    CASE_SENSITIVE,
    /// Set by the platform; a caller that sends it is refused.
    READ_ONLY,
    /// Not for the eyes of whoever asks: it is there, and nobody is told.
    HIDDEN,
    /// Given by the platform to each new row: `AT-0000017`.
    AUTO_NUMBER,
    /// The row this field refers to owns this one: it goes when the owner goes.
    MASTER_DETAIL,
    /// Once the row is there, this reference stays as it is.
    FIXED,
    /// A write of the child locks the row this field refers to.
    LOCKS_PARENT
}
