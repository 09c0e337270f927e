package io.turnout.adapters.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An event as text that every version of the program can read or leave alone.
final class EventJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJson() {}

    static String write(Event event) {
        ObjectNode json = JSON.createObjectNode();
        json.put("org", event.org().value()).put("id", event.id().value());
        json.put("name", event.name());
        json.put("startsAt", event.startsAt().toString()).put("endsAt", event.endsAt().toString());
        json.put("timeZone", event.timeZone().getId()).put("status", event.status().name());
        var items = json.putArray("items");
        for (EventItem item : event.items()) {
            items.addObject()
                    .put("id", item.id().value())
                    .put("name", item.name())
                    .put("price", item.price().toPlainString());
        }
        var sessions = json.putArray("sessions");
        for (EventSession session : event.sessions()) {
            sessions.addObject()
                    .put("id", session.id().value())
                    .put("name", session.name())
                    .put("startsAt", session.startsAt().toString())
                    .put("endsAt", session.endsAt().toString());
        }
        return json.toString();
    }

    /// Empty for what is no event of ours, whoever put it there.
    static Optional<Event> read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            List<EventItem> items = new ArrayList<>();
            json.required("items").forEach(item -> items.add(item(item)));
            List<EventSession> sessions = new ArrayList<>();
            json.required("sessions").forEach(session -> sessions.add(session(session)));
            return Optional.of(
                    new Event(
                            new OrgId(text(json, "org")),
                            new EventId(text(json, "id")),
                            text(json, "name"),
                            Instant.parse(text(json, "startsAt")),
                            Instant.parse(text(json, "endsAt")),
                            ZoneId.of(text(json, "timeZone")),
                            EventStatus.valueOf(text(json, "status")),
                            items,
                            sessions));
        } catch (JsonProcessingException | RuntimeException noneOfOurs) {
            return Optional.empty();
        }
    }

    private static EventItem item(JsonNode json) {
        return new EventItem(
                new ItemId(text(json, "id")),
                text(json, "name"),
                new BigDecimal(text(json, "price")));
    }

    private static EventSession session(JsonNode json) {
        return new EventSession(
                new SessionId(text(json, "id")),
                text(json, "name"),
                Instant.parse(text(json, "startsAt")),
                Instant.parse(text(json, "endsAt")));
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }
}
