package io.turnout.domain.delivery;

import java.util.List;

/// How a call ended. Nothing in it is a reason to drop a row.
public sealed interface Receipt {
    /// One answer per row, in the order of the batch.
    record Answered(List<RowAnswer> rows) implements Receipt {
        public Answered {
            rows = List.copyOf(rows);
        }
    }

    /// No answer, or one that says nothing about the rows: they may have arrived. The same rows
    /// are sent again later, which is harmless, since they carry our own key.
    record Away(String why) implements Receipt {}

    /// Too many calls of everybody at once: fewer of ours, soon again.
    record Crowded(String why) implements Receipt {}

    /// The org's calls of the day are used up: the whole org waits.
    record Spent(String why) implements Receipt {}

    /// We did not call, since the call is not in our share of the org's calls now. The lane waits.
    record Unaffordable(String why) implements Receipt {}

    /// The org does not let us in, or not so: its administrator must act. The whole org waits.
    record Barred(String why) implements Receipt {}

    /// A field or an object is not as the mapping says: no row is to blame. The lane waits.
    record Drifted(String why) implements Receipt {}

    /// The call as a whole was too heavy for the org's own automation: the same rows, in halves.
    record TooHeavy(String why) implements Receipt {}
}
