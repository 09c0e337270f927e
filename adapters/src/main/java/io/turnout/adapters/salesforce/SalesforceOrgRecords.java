package io.turnout.adapters.salesforce;

import io.turnout.application.delivery.OrgRecords;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.InviteeRow;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RoomCount;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// The records of an org, over Salesforce's REST API: one upsert of up to 200 attendees by our
/// own key is one call, and so are the counts of up to 200 rooms. A repeat finds what is there, so
/// whatever is not known is sent again. Nothing is tried twice in here but a call whose session
/// had ended; the outbox decides when.
public final class SalesforceOrgRecords implements OrgRecords {
    private static final String BY_RECORD_ID = "";

    private final OrgCalls calls;
    private final SalesforceConnections connections;

    public SalesforceOrgRecords(OrgCalls calls, SalesforceConnections connections) {
        this.calls = calls;
        this.connections = connections;
    }

    @Override
    public Receipt write(Batch batch) {
        return over(batch.org(), batch.attendees().size(), connection -> write(batch, connection));
    }

    private Receipt write(Batch batch, SalesforceConnection connection) {
        if (batch.attendees().stream().anyMatch(one -> one.invitee().isPresent())) {
            return new AttendeeComposite(connection, batch.attendees()).send(calls);
        }
        var upsert = new AttendeeUpsert(connection, batch.attendees());
        String key = connection.mapping().attendee().key();
        return new RowsCall(connection, CallKind.LIVE, batch.attendees().size(), key)
                .send(calls, upsert::at);
    }

    @Override
    public Receipt count(CountBatch batch) {
        return over(batch.org(), batch.counts().size(), connection -> count(batch, connection));
    }

    private Receipt count(CountBatch batch, SalesforceConnection connection) {
        Predicate<RoomCount> isShown =
                count -> CountUpdate.place(connection.mapping(), count.room().kind()).isPresent();
        List<RoomCount> shown = batch.counts().stream().filter(isShown).toList();
        if (shown.isEmpty()) {
            return answered(batch, isShown, List.of());
        }
        var update = new CountUpdate(connection, shown);
        Receipt receipt =
                new RowsCall(connection, CallKind.COUNTS, shown.size(), BY_RECORD_ID)
                        .send(calls, update::at);
        return receipt instanceof Receipt.Answered(var answers)
                ? answered(batch, isShown, answers)
                : receipt;
    }

    /// A count that the org has no field for is as good as told.
    private static Receipt answered(
            CountBatch batch, Predicate<RoomCount> isShown, List<RowAnswer> answers) {
        Iterator<RowAnswer> next = answers.iterator();
        List<RowAnswer> all = new ArrayList<>();
        for (RoomCount count : batch.counts()) {
            all.add(
                    isShown.test(count)
                            ? next.next()
                            : new RowAnswer.Sent(count.room().id(), false));
        }
        return new Receipt.Answered(all);
    }

    @Override
    public Receipt write(OrgId org, List<InviteeRow> rows) {
        return over(org, rows.size(), connection -> write(rows, connection));
    }

    private Receipt write(List<InviteeRow> rows, SalesforceConnection connection) {
        Predicate<InviteeRow> isWanted = row -> InviteeUpdate.isWanted(connection.mapping(), row);
        List<InviteeRow> wanted = rows.stream().filter(isWanted).toList();
        if (wanted.isEmpty()) {
            return answered(rows, isWanted, List.of());
        }
        var update = new InviteeUpdate(connection, wanted);
        Receipt receipt =
                new RowsCall(connection, CallKind.LINKS, wanted.size(), BY_RECORD_ID)
                        .send(calls, update::at);
        return receipt instanceof Receipt.Answered(var answers)
                ? answered(rows, isWanted, answers)
                : receipt;
    }

    /// A link that the org has no field for is as good as told.
    private static Receipt answered(
            List<InviteeRow> rows, Predicate<InviteeRow> isWanted, List<RowAnswer> answers) {
        Iterator<RowAnswer> next = answers.iterator();
        List<RowAnswer> all = new ArrayList<>();
        for (InviteeRow row : rows) {
            all.add(
                    isWanted.test(row)
                            ? InviteeUpdate.orGone(next.next())
                            : new RowAnswer.Sent(row.record().value(), false));
        }
        return new Receipt.Answered(all);
    }

    private Receipt over(OrgId org, int rows, Function<SalesforceConnection, Receipt> call) {
        if (rows == 0) {
            return new Receipt.Answered(List.of());
        }
        try {
            return connections
                    .of(org)
                    .map(call)
                    .orElseGet(
                            () ->
                                    RowsCall.failed(
                                            org,
                                            new Receipt.Barred("the org is not connected"),
                                            "NO_CONNECTION",
                                            rows));
        } catch (RuntimeException broken) {
            // The port promises not to throw. The message may name a person: only its kind is kept.
            String kind = broken.getClass().getSimpleName();
            var away = new Receipt.Away("a fault of our own: " + kind);
            return RowsCall.failed(org, away, kind, rows);
        }
    }
}
