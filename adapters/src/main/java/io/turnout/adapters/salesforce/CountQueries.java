package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.Soql.name;
import static io.turnout.adapters.salesforce.Soql.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.delivery.OrgCensus.Counted;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.RoomKind;
import io.turnout.domain.delivery.Tally;
import io.turnout.domain.event.EventId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The five counts of an event: its attendees by state, and what its rooms show. Five is what one
/// composite call takes of queries.
record CountQueries(SalesforceMapping mapping, EventId event) {
    private static final int NOT_SHOWN = -1;

    List<String> paths() {
        AttendeeMapping.Statuses statuses = mapping.attendee().statuses();
        return Stream.of(
                        tally(statuses.confirmed()),
                        tally(statuses.cancelled()),
                        shown(mapping.event().object(), "Id", RoomKind.EVENT),
                        shown(mapping.item().object(), mapping.item().event(), RoomKind.ITEM),
                        shown(
                                mapping.session().object(),
                                mapping.session().event(),
                                RoomKind.SESSION))
                .map(query -> "/query?q=" + query.encoded())
                .toList();
    }

    private Soql tally(String status) {
        AttendeeMapping attendee = mapping.attendee();
        return new Soql("SELECT COUNT() FROM " + name(attendee.object()))
                .where(
                        "%s = %s AND %s != null AND %s = %s"
                                .formatted(
                                        attendee.fields().get(AttendeeFact.EVENT),
                                        quoted(event.value()),
                                        attendee.key(),
                                        attendee.fields().get(AttendeeFact.STATUS),
                                        quoted(status)));
    }

    /// An object without a field for the count is asked for its ids, so that answers stay in line.
    private Soql shown(String object, String parent, RoomKind kind) {
        Optional<String> field = CountUpdate.place(mapping, kind).map(CountUpdate.Place::field);
        List<String> fields = Stream.concat(Stream.of("Id"), field.stream()).toList();
        return Soql.select(fields, object).where(Soql.in(parent, List.of(event.value())));
    }

    Counted read(List<JsonNode> answers) {
        Map<RoomId, Integer> registered = new HashMap<>();
        read(registered, RoomKind.EVENT, answers.get(2));
        read(registered, RoomKind.ITEM, answers.get(3));
        read(registered, RoomKind.SESSION, answers.get(4));
        Tally tally =
                new Tally(
                        answers.get(0).path("totalSize").asLong(),
                        answers.get(1).path("totalSize").asLong());
        return new Counted.There(tally, registered);
    }

    private void read(Map<RoomId, Integer> registered, RoomKind kind, JsonNode answer) {
        CountUpdate.place(mapping, kind)
                .ifPresent(
                        place -> {
                            for (JsonNode row : answer.path("records")) {
                                RoomId room = new RoomId(kind, row.path("Id").asText());
                                registered.put(room, row.path(place.field()).asInt(NOT_SHOWN));
                            }
                        });
    }
}
