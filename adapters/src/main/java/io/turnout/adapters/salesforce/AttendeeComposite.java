package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// One call for attendees of whom some came by an invitation: those who did are written into their
/// own records, by record id and together with our key; the others are found or made by that key.
/// They are written first, so that somebody who gave up is out of a record before another is in it.
record AttendeeComposite(SalesforceConnection connection, List<OwedAttendee> attendees) {
    private static final String OTHERS = "others";
    private static final String INVITED = "invited";

    private List<OwedAttendee> others() {
        return attendees.stream().filter(one -> one.invitee().isEmpty()).toList();
    }

    private List<OwedAttendee> invited() {
        return attendees.stream().filter(one -> one.invitee().isPresent()).toList();
    }

    HttpPost at(URI instance) {
        HttpPost post = new HttpPost(instance.resolve(root() + "/composite"));
        post.setEntity(new StringEntity(body(), ContentType.APPLICATION_JSON));
        return post;
    }

    private String root() {
        return "/services/data/v" + connection.apiVersion();
    }

    private String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        ArrayNode parts = body.putArray("compositeRequest");
        AttendeeUpsert upsert = new AttendeeUpsert(connection, others());
        if (!others().isEmpty()) {
            part(parts, OTHERS, upsert.path()).set("body", upsert.body());
        }
        part(parts, INVITED, root() + "/composite/sobjects").set("body", update());
        return body.toString();
    }

    private ObjectNode part(ArrayNode parts, String name, String path) {
        ObjectNode part =
                parts.addObject().put("method", "PATCH").put("url", path).put("referenceId", name);
        if (connection.mapping().attendee().duplicates() == AttendeeMapping.Duplicates.ALLOW) {
            part.putObject("httpHeaders").put(AttendeeUpsert.DUPLICATES, AttendeeUpsert.ALLOWED);
        }
        return part;
    }

    private ObjectNode update() {
        ObjectNode update = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        ArrayNode records = update.putArray("records");
        AttendeeUpsert rows = new AttendeeUpsert(connection, invited());
        for (OwedAttendee one : invited()) {
            ObjectNode record = records.addObject();
            one.invitee().ifPresent(id -> record.put("id", id.value()));
            rows.fill(record, one);
        }
        return update;
    }

    /// What was said of each row, in the order of the batch; or of the call, where a part of it
    /// was not answered row by row.
    Receipt read(JsonNode answer) {
        List<List<RowAnswer>> both = new ArrayList<>();
        for (String name : List.of(OTHERS, INVITED)) {
            int rows = name.equals(OTHERS) ? others().size() : invited().size();
            switch (part(answer, name, rows)) {
                case Receipt.Answered(var answers) -> both.add(answers);
                case Receipt other -> {
                    return other;
                }
            }
        }
        Iterator<RowAnswer> others = both.getFirst().iterator();
        Iterator<RowAnswer> invited = both.getLast().iterator();
        return new Receipt.Answered(
                attendees.stream()
                        .map(
                                one ->
                                        one.invitee().isPresent()
                                                ? InviteeUpdate.orGone(invited.next())
                                                : others.next())
                        .toList());
    }

    private Receipt part(JsonNode answer, String name, int rows) {
        if (rows == 0) {
            return new Receipt.Answered(List.of());
        }
        for (JsonNode part : answer.path("compositeResponse")) {
            if (part.path("referenceId").asText().equals(name)) {
                Reply.Said said =
                        new Reply.Said(
                                part.path("httpStatusCode").asInt(),
                                Optional.empty(),
                                part.path("body").toString());
                return call(rows).read(said);
            }
        }
        return new Receipt.Away("not one answer per part");
    }

    private RowsCall call(int rows) {
        return new RowsCall(connection, CallKind.LIVE, rows, connection.mapping().attendee().key());
    }

    Receipt send(OrgCalls calls) {
        return call(attendees.size())
                .send(
                        calls,
                        this::at,
                        said ->
                                said.json()
                                        .map(this::read)
                                        .orElseGet(() -> new Receipt.Away("no JSON")));
    }

    @Override
    public String toString() {
        return "AttendeeComposite[" + connection.org() + ", " + attendees.size() + "]";
    }
}
