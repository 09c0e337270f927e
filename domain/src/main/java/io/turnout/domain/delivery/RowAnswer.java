package io.turnout.domain.delivery;

/// What Salesforce said to one row.
public sealed interface RowAnswer {
    /// It has the row, under this record id; `created` if it was not there before.
    record Sent(String recordId, boolean created) implements RowAnswer {}

    /// Not now: a lock, a trigger, a race. The row alone is tried again, later each time.
    record Wait(Reason reason, Patience patience) implements RowAnswer {}

    /// Never, until somebody there or here changes something. Kept aside with its reason.
    record Refused(Reason reason) implements RowAnswer {}
}
