package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.delivery.InviteeRow;
import io.turnout.domain.delivery.Patience;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.Person;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// The one request that writes into the records of up to 200 whom an org invited, by record id.
record InviteeUpdate(SalesforceConnection connection, List<InviteeRow> rows) {
    /// What Salesforce says of a record that was deleted, or that it never had.
    private static final Set<String> NO_SUCH_RECORD =
            Set.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "NOT_FOUND");

    HttpPatch at(URI instance) {
        HttpPatch patch =
                new HttpPatch(
                        instance.resolve(
                                "/services/data/v%s/composite/sobjects"
                                        .formatted(connection.apiVersion())));
        patch.setEntity(new StringEntity(body(), ContentType.APPLICATION_JSON));
        return patch;
    }

    /// Whether there is anything to write: who has no field for links wants none.
    static boolean isWanted(SalesforceMapping mapping, InviteeRow row) {
        return row instanceof InviteeRow.Forgotten || mapping.attendee().link().isPresent();
    }

    private String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        ArrayNode records = body.putArray("records");
        rows.forEach(row -> fill(records.addObject(), row));
        return body.toString();
    }

    private void fill(ObjectNode record, InviteeRow row) {
        AttendeeMapping mapping = connection.mapping().attendee();
        record.putObject("attributes").put("type", mapping.object());
        record.put("id", row.record().value());
        switch (row) {
            case InviteeRow.Invited(_, var address) ->
                    mapping.link().ifPresent(field -> record.put(field, address));
            case InviteeRow.Forgotten(_, var nobody) -> {
                mapping.link().ifPresent(record::putNull);
                put(record, AttendeeFact.EMAIL, nobody);
                put(record, AttendeeFact.NAME, nobody);
                put(record, AttendeeFact.TITLE, nobody);
                put(record, AttendeeFact.COMPANY, nobody);
            }
        }
    }

    private void put(ObjectNode record, AttendeeFact fact, Person nobody) {
        connection
                .mapping()
                .attendee()
                .field(fact)
                .ifPresent(field -> record.put(field, value(fact, nobody).orElse(null)));
    }

    private static Optional<String> value(AttendeeFact fact, Person nobody) {
        return switch (fact) {
            case EMAIL -> Optional.of(nobody.email());
            case NAME -> Optional.of(nobody.name());
            case TITLE -> nobody.title();
            case COMPANY -> nobody.company();
            case EVENT, ITEM, STATUS, SESSIONS -> Optional.empty();
        };
    }

    /// The same answer, unless it says that the very record is no more: a field that points to
    /// another is named.
    static RowAnswer orGone(RowAnswer answer) {
        return switch (answer) {
            case RowAnswer.Sent _ -> answer;
            case RowAnswer.Wait(var reason, _) -> orGone(answer, reason);
            case RowAnswer.Refused(var reason) -> orGone(answer, reason);
        };
    }

    private static RowAnswer orGone(RowAnswer answer, Reason reason) {
        boolean itself = reason.fields().isEmpty() || reason.fields().equals(List.of("Id"));
        return itself && NO_SUCH_RECORD.contains(reason.code())
                ? new RowAnswer.Wait(
                        new Reason(Reason.RECORD_GONE, "The record was deleted there.", List.of()),
                        Patience.AT_ONCE)
                : answer;
    }

    @Override
    public String toString() {
        return "InviteeUpdate[" + connection.org() + ", " + rows.size() + "]";
    }
}
