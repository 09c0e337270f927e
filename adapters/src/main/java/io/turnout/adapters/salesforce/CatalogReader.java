package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.ChangedRow;
import io.turnout.domain.publishing.Publication;
import io.turnout.domain.publishing.Pulled;
import io.turnout.domain.publishing.Trouble;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes events of an org's rows, whose names its mapping knows.
record CatalogReader(OrgId org, SalesforceMapping mapping) {
    /// The rows of one event, its own and those of its parts.
    record Rows(JsonNode event, List<JsonNode> items, List<JsonNode> sessions) {}

    boolean isShown(JsonNode event) {
        JsonNode published = event.path(mapping.event().published());
        boolean shown =
                mapping.event().publishedValues().isEmpty()
                        ? published.asBoolean(false)
                        : mapping.event().publishedValues().contains(published.asText());
        return shown && !event.path(CatalogQueries.DELETED).asBoolean(false);
    }

    Pulled read(EventId id, Rows rows) {
        if (!isShown(rows.event())) {
            return new Pulled.Withdrawn(id);
        }
        RowReader reader = new RowReader();
        Map<RoomId, Seats> seats = new HashMap<>();
        ChangedRow.Head head = head(reader, rows.event());
        seats.put(RoomId.of(id), head.seats());
        List<EventItem> items =
                rows.items().stream()
                        .map(row -> item(reader, row))
                        .peek(one -> seats.put(RoomId.of(one.item().id()), one.seats()))
                        .map(ChangedRow.Item::item)
                        .toList();
        List<EventSession> sessions =
                rows.sessions().stream()
                        .map(row -> session(reader, row))
                        .peek(one -> seats.put(RoomId.of(one.session().id()), one.seats()))
                        .map(ChangedRow.Session::session)
                        .toList();
        if (items.size() > Event.ITEMS_MAX) {
            reader.fault("more than " + Event.ITEMS_MAX + " items", mapping.item().object());
        }
        if (sessions.size() > Event.SESSIONS_MAX) {
            reader.fault(
                    "more than " + Event.SESSIONS_MAX + " sessions", mapping.session().object());
        }
        return reader.trouble()
                .<Pulled>map(trouble -> new Pulled.Unfit(id, trouble))
                .orElseGet(() -> published(id, head, items, sessions, seats));
    }

    private Pulled published(
            EventId id,
            ChangedRow.Head head,
            List<EventItem> items,
            List<EventSession> sessions,
            Map<RoomId, Seats> seats) {
        Event event =
                new Event(
                        org,
                        id,
                        head.name(),
                        head.startsAt(),
                        head.endsAt(),
                        head.timeZone(),
                        EventStatus.PUBLISHED,
                        items,
                        sessions);
        return new Pulled.Published(new Publication(event, seats));
    }

    private ChangedRow.Head head(RowReader reader, JsonNode row) {
        EventMapping names = mapping.event();
        Instant starts = reader.moment(row, names.startsAt());
        Instant ends = reader.moment(row, names.endsAt());
        reader.inOrder(starts, ends, names.startsAt(), names.endsAt());
        ZoneId zone = reader.zone(row, names.timeZone());
        return new ChangedRow.Head(
                reader.name(row, names.name()),
                starts,
                ends,
                zone,
                reader.seats(row, names.capacity()));
    }

    private ChangedRow.Item item(RowReader reader, JsonNode row) {
        ItemMapping names = mapping.item();
        return new ChangedRow.Item(
                new EventItem(
                        new ItemId(id(row)),
                        reader.name(row, names.name()),
                        reader.price(row, names.price())),
                reader.seats(row, names.capacity()));
    }

    private ChangedRow.Session session(RowReader reader, JsonNode row) {
        SessionMapping names = mapping.session();
        Instant starts = reader.moment(row, names.startsAt());
        Instant ends = reader.moment(row, names.endsAt());
        if (ends.isBefore(starts)) {
            reader.fault("a session ends before it starts", names.startsAt(), names.endsAt());
        }
        return new ChangedRow.Session(
                new EventSession(
                        new SessionId(id(row)),
                        reader.name(row, names.name()),
                        starts,
                        ends.isBefore(starts) ? starts : ends),
                reader.seats(row, names.capacity()));
    }

    static String id(JsonNode row) {
        return row.path(CatalogQueries.ID).asText();
    }

    ChangedRow changedEvent(JsonNode row) {
        return changed(
                row,
                Optional.of(new EventId(id(row))),
                isShown(row) ? content(reader -> head(reader, row)) : new ChangedRow.Gone());
    }

    ChangedRow changedItem(JsonNode row) {
        return changed(row, parent(row, mapping.item().event()), part(row, r -> item(r, row)));
    }

    ChangedRow changedSession(JsonNode row) {
        return changed(
                row, parent(row, mapping.session().event()), part(row, r -> session(r, row)));
    }

    private static ChangedRow.Content part(JsonNode row, Content read) {
        return row.path(CatalogQueries.DELETED).asBoolean(false)
                ? new ChangedRow.Gone()
                : content(read);
    }

    private static Optional<EventId> parent(JsonNode row, String field) {
        return RowReader.text(row, field).map(EventId::new);
    }

    private static ChangedRow changed(
            JsonNode row, Optional<EventId> event, ChangedRow.Content content) {
        return new ChangedRow(id(row), event, stamp(row), content);
    }

    static Instant stamp(JsonNode row) {
        String text = row.path(CatalogQueries.STAMP).asText();
        return RowReader.moment(text)
                .orElseThrow(() -> new IllegalArgumentException("a row without a stamp"));
    }

    /// Reads a row for what it says.
    private interface Content {
        ChangedRow.Content read(RowReader reader);
    }

    private static ChangedRow.Content content(Content read) {
        RowReader reader = new RowReader();
        ChangedRow.Content content = read.read(reader);
        Optional<Trouble> trouble = reader.trouble();
        return trouble.isPresent() ? new ChangedRow.Unreadable() : content;
    }
}
