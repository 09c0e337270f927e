package io.turnout.adapters.salesforce;

import io.turnout.application.delivery.OrgRecords;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.Receipt;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The records of an org, over Salesforce's REST API: one upsert of up to 200 attendees by our
/// own key is one call. A repeat finds what is there, so whatever is not known is sent again.
/// Nothing is tried twice in here but a call whose session had ended; the outbox decides when.
public final class SalesforceOrgRecords implements OrgRecords {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceOrgRecords.class);

    private final OrgCalls calls;
    private final SalesforceConnections connections;

    public SalesforceOrgRecords(OrgCalls calls, SalesforceConnections connections) {
        this.calls = calls;
        this.connections = connections;
    }

    @Override
    public Receipt write(Batch batch) {
        try {
            return receipt(batch);
        } catch (RuntimeException broken) {
            // The port promises not to throw. The message may name a person: only its kind is kept.
            String kind = broken.getClass().getSimpleName();
            return failed(batch, new Receipt.Away("a fault of our own: " + kind), kind);
        }
    }

    private Receipt receipt(Batch batch) {
        Optional<SalesforceConnection> connection = connections.of(batch.org());
        if (connection.isEmpty()) {
            return failed(batch, new Receipt.Barred("the org is not connected"), "NO_CONNECTION");
        }
        if (batch.attendees().isEmpty()) {
            return new Receipt.Answered(List.of());
        }
        var upsert = new AttendeeUpsert(connection.get(), batch.attendees());
        return switch (calls.send(connection.get(), CallKind.LIVE, upsert::at)) {
            case Reply.Said said when said.isOk() -> answered(batch, said, connection.get());
            case Reply.Said said -> refused(batch, said);
            case Reply.Silent(var why) -> failed(batch, new Receipt.Away(why), "NO_ANSWER");
            case Reply.Denied(var why) -> failed(batch, new Receipt.Barred(why), "NO_LOGIN");
            case Reply.Unaffordable(var why) -> new Receipt.Unaffordable(why);
        };
    }

    private static Receipt answered(Batch batch, Reply.Said said, SalesforceConnection to) {
        String key = to.mapping().attendee().key();
        return said.json()
                .flatMap(json -> RowResults.read(json, batch.attendees().size(), key))
                .map(results -> answered(batch, results))
                .orElseGet(() -> unreadable(batch, "not one answer per row"));
    }

    private static Receipt answered(Batch batch, RowResults results) {
        Receipt receipt = results.receipt();
        return receipt instanceof Receipt.Answered
                ? receipt
                : failed(batch, receipt, results.code());
    }

    private static Receipt refused(Batch batch, Reply.Said said) {
        return SalesforceError.ofCall(said)
                .map(error -> failed(batch, CallRules.receipt(said.status(), error), error.code()))
                .orElseGet(() -> unreadable(batch, "HTTP " + said.status() + " without an error"));
    }

    private static Receipt unreadable(Batch batch, String why) {
        return failed(batch, new Receipt.Away(why), why);
    }

    private static Receipt failed(Batch batch, Receipt receipt, String code) {
        LOG.warn(
                "a call to Salesforce failed: org {}, {}, {}, {} rows",
                batch.org(),
                receipt.getClass().getSimpleName(),
                code,
                batch.attendees().size());
        return receipt;
    }
}
