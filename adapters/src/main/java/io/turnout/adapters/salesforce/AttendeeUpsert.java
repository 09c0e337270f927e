package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.delivery.OwedAttendee;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// The one request that writes up to 200 attendees, found or made by our own key. One row's
/// failure leaves the others be.
record AttendeeUpsert(SalesforceConnection connection, List<OwedAttendee> attendees) {
    static final String DUPLICATES = "Sforce-Duplicate-Rule-Header";
    static final String ALLOWED = "allowSave=true";

    HttpPatch at(URI instance) {
        HttpPatch patch = new HttpPatch(instance.resolve(path()));
        patch.setEntity(new StringEntity(body().toString(), ContentType.APPLICATION_JSON));
        if (mapping().duplicates() == AttendeeMapping.Duplicates.ALLOW) {
            patch.setHeader(DUPLICATES, ALLOWED);
        }
        return patch;
    }

    /// Of letters, digits, dots and underscores only, as version and names were checked to be:
    /// nothing is left to encode.
    String path() {
        return "/services/data/v%s/composite/sobjects/%s/%s"
                .formatted(connection.apiVersion(), mapping().object(), mapping().key());
    }

    private AttendeeMapping mapping() {
        return connection.mapping().attendee();
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        ArrayNode records = body.putArray("records");
        attendees.forEach(attendee -> fill(records.addObject(), attendee));
        return body;
    }

    void fill(ObjectNode row, OwedAttendee attendee) {
        row.putObject("attributes").put("type", mapping().object());
        row.put(mapping().key(), attendee.id().toString());
        mapping().values(attendee).forEach((field, value) -> row.put(field, value.orElse(null)));
    }

    @Override
    public String toString() {
        return "AttendeeUpsert[" + connection.org() + ", " + attendees.size() + "]";
    }
}
