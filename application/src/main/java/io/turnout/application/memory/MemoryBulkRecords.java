package io.turnout.application.memory;

import io.turnout.application.delivery.BulkRecords;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.AttendeeId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A Salesforce that takes every job, and is ready with it at the first look.
public final class MemoryBulkRecords implements BulkRecords {
    private final Map<String, List<OwedAttendee>> jobs = new LinkedHashMap<>();

    @Override
    public synchronized BulkReceipt take(BulkTurn turn) {
        return switch (turn) {
            case BulkTurn.Create _ -> new BulkReceipt.Created("750" + jobs.size());
            case BulkTurn.Load(_, var id, var attendees) -> {
                jobs.put(id, attendees);
                yield new BulkReceipt.Running();
            }
            case BulkTurn.Look(_, var id) -> new BulkReceipt.Ended(answers(id));
        };
    }

    private Map<AttendeeId, RowAnswer> answers(String id) {
        Map<AttendeeId, RowAnswer> answers = new HashMap<>();
        jobs.getOrDefault(id, List.of())
                .forEach(
                        row ->
                                answers.put(
                                        row.id(), new RowAnswer.Sent(row.id().toString(), true)));
        return answers;
    }
}
