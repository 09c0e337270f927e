package io.turnout.domain.delivery;

import io.turnout.domain.registration.AttendeeId;
import java.util.Map;

/// How a turn of a job ended. Nothing in it is a reason to drop a row.
public sealed interface BulkReceipt {
    /// The job is there, under this id, and waits for its rows.
    record Created(String recordId) implements BulkReceipt {}

    /// Salesforce has the rows and works on them, or will.
    record Running() implements BulkReceipt {}

    /// It has ended: an answer for each row that was processed. The others leave again some other
    /// way.
    record Ended(Map<AttendeeId, RowAnswer> answers) implements BulkReceipt {
        public Ended {
            answers = Map.copyOf(answers);
        }
    }

    /// Salesforce gave it up, or does not know it: its rows leave again some other way.
    record Lost(String why) implements BulkReceipt {}

    /// The turn as a whole failed, and is taken again later; never `Receipt.Answered`.
    record Failed(Receipt receipt) implements BulkReceipt {}
}
