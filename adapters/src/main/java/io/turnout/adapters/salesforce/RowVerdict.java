package io.turnout.adapters.salesforce;

/// What is to happen to a row that failed. Of several errors the last named here counts.
enum RowVerdict {
    /// It alone, later.
    WAIT,
    /// The batch was too much for the org's own automation.
    HEAVY,
    /// The org does not let us write it so; when it says so of all rows, none is to blame.
    CONFIG,
    /// Not as it is.
    POISON
}
