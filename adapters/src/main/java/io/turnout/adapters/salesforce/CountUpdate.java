package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.capacity.RoomKind;
import io.turnout.domain.delivery.RoomCount;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// The one request that tells an org how many are registered in up to 200 rooms, by record id.
record CountUpdate(SalesforceConnection connection, List<RoomCount> counts) {
    /// Where an org shows a count.
    record Place(String object, String field) {}

    /// Empty when the mapping has no field for it: then the org does not want to know.
    static Optional<Place> place(SalesforceMapping mapping, RoomKind kind) {
        return switch (kind) {
            case EVENT -> place(mapping.event().object(), mapping.event().registered());
            case ITEM -> place(mapping.item().object(), mapping.item().registered());
            case SESSION -> place(mapping.session().object(), mapping.session().registered());
        };
    }

    private static Optional<Place> place(String object, Optional<String> field) {
        return field.map(name -> new Place(object, name));
    }

    HttpPatch at(URI instance) {
        HttpPatch patch =
                new HttpPatch(
                        instance.resolve(
                                "/services/data/v%s/composite/sobjects"
                                        .formatted(connection.apiVersion())));
        patch.setEntity(new StringEntity(body(), ContentType.APPLICATION_JSON));
        return patch;
    }

    private String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        ArrayNode records = body.putArray("records");
        for (RoomCount count : counts) {
            place(connection.mapping(), count.room().kind())
                    .ifPresent(place -> fill(records.addObject(), place, count));
        }
        return body.toString();
    }

    private static void fill(ObjectNode row, Place place, RoomCount count) {
        row.putObject("attributes").put("type", place.object());
        row.put("id", count.room().id()).put(place.field(), count.registered());
    }
}
