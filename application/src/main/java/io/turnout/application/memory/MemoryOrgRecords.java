package io.turnout.application.memory;

import io.turnout.application.delivery.OrgRecords;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.InviteeRow;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.InviteeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An org's records in memory. It takes every row, until it is told to answer otherwise.
public final class MemoryOrgRecords implements OrgRecords {
    private final Map<OrgId, Map<AttendeeId, OwedAttendee>> orgs = new LinkedHashMap<>();
    private final Map<OrgId, Map<RoomId, Integer>> counts = new LinkedHashMap<>();
    private final Map<OrgId, Map<InviteeId, InviteeRow>> links = new LinkedHashMap<>();
    private Optional<Receipt> next = Optional.empty();
    private int calls;

    @Override
    public synchronized Receipt write(Batch batch) {
        calls++;
        if (next.isPresent()) {
            Receipt answer = next.get();
            next = Optional.empty();
            return answer;
        }
        Map<AttendeeId, OwedAttendee> rows =
                orgs.computeIfAbsent(batch.org(), _ -> new LinkedHashMap<>());
        batch.attendees().forEach(attendee -> rows.put(attendee.id(), attendee));
        return new Receipt.Answered(
                batch.attendees().stream().<RowAnswer>map(MemoryOrgRecords::sent).toList());
    }

    private static RowAnswer sent(OwedAttendee attendee) {
        return attendee.invitee()
                .map(record -> new RowAnswer.Sent(record.value(), false))
                .orElseGet(() -> new RowAnswer.Sent(attendee.id().toString(), true));
    }

    @Override
    public synchronized Receipt count(CountBatch batch) {
        calls++;
        if (next.isPresent()) {
            Receipt answer = next.get();
            next = Optional.empty();
            return answer;
        }
        Map<RoomId, Integer> rooms =
                counts.computeIfAbsent(batch.org(), _ -> new LinkedHashMap<>());
        batch.counts().forEach(count -> rooms.put(count.room(), count.registered()));
        return new Receipt.Answered(
                batch.counts().stream()
                        .<RowAnswer>map(count -> new RowAnswer.Sent(count.room().id(), false))
                        .toList());
    }

    @Override
    public synchronized Receipt write(OrgId org, List<InviteeRow> rows) {
        calls++;
        if (next.isPresent()) {
            Receipt answer = next.get();
            next = Optional.empty();
            return answer;
        }
        Map<InviteeId, InviteeRow> told = links.computeIfAbsent(org, _ -> new LinkedHashMap<>());
        rows.forEach(row -> told.put(row.record(), row));
        return new Receipt.Answered(
                rows.stream()
                        .<RowAnswer>map(row -> new RowAnswer.Sent(row.record().value(), false))
                        .toList());
    }

    /// What stands in the records of whom the org invited.
    public synchronized Map<InviteeId, InviteeRow> linksOf(OrgId org) {
        return Map.copyOf(links.getOrDefault(org, Map.of()));
    }

    /// How many the org shows in each of its rooms.
    public synchronized Map<RoomId, Integer> countsOf(OrgId org) {
        return Map.copyOf(counts.getOrDefault(org, Map.of()));
    }

    /// The next call is answered so, and nothing is written by it.
    public synchronized void answerNext(Receipt receipt) {
        next = Optional.of(receipt);
    }

    public synchronized List<OwedAttendee> of(OrgId org) {
        return List.copyOf(orgs.getOrDefault(org, Map.of()).values());
    }

    public synchronized int calls() {
        return calls;
    }
}
