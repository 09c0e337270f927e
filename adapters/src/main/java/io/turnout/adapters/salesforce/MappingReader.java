package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Makes a mapping of what stands in a file or in the settings, or says exactly what is wrong.
final class MappingReader {
    private MappingReader() {}

    /// Reads a whole mapping.
    ///
    /// @throws IllegalArgumentException with the mapping's name and the key that is wrong
    static SalesforceMapping read(String name, JsonNode json) {
        MappingPart root = new MappingPart("mapping " + name, json);
        SalesforceMapping mapping =
                new SalesforceMapping(
                        read(name, root, "attendee", MappingReader::attendee),
                        read(name, root, "event", MappingReader::event),
                        read(name, root, "item", MappingReader::item),
                        read(name, root, "session", MappingReader::session));
        root.end();
        return mapping;
    }

    private static <T> T read(
            String name, MappingPart root, String key, Function<MappingPart, T> read) {
        MappingPart part = root.part(key);
        try {
            T mapped = read.apply(part);
            part.end();
            return mapped;
        } catch (IllegalArgumentException wrong) {
            String message = String.valueOf(wrong.getMessage());
            throw message.startsWith("mapping ")
                    ? wrong
                    : new IllegalArgumentException("mapping " + name + ": " + message, wrong);
        }
    }

    private static AttendeeMapping attendee(MappingPart part) {
        MappingPart fields = part.part("fields");
        Map<AttendeeFact, String> mapped = new EnumMap<>(AttendeeFact.class);
        for (AttendeeFact fact : AttendeeFact.values()) {
            fields.maybe(fact.name().toLowerCase(Locale.ROOT))
                    .ifPresent(field -> mapped.put(fact, field));
        }
        fields.end();
        return new AttendeeMapping(
                part.text("object"),
                part.text("key"),
                mapped,
                new AttendeeMapping.Statuses(
                        part.text("confirmed"),
                        part.text("cancelled"),
                        part.maybe("offered").orElse("Offered")),
                duplicates(part),
                part.maybe("link"));
    }

    private static AttendeeMapping.Duplicates duplicates(MappingPart part) {
        return switch (part.maybe("duplicates").orElse("park")) {
            case "park" -> AttendeeMapping.Duplicates.PARK;
            case "allow" -> AttendeeMapping.Duplicates.ALLOW;
            default -> throw new IllegalArgumentException("duplicates is park or allow");
        };
    }

    private static EventMapping event(MappingPart part) {
        return new EventMapping(
                part.text("object"),
                part.text("name"),
                part.text("startsAt"),
                part.text("endsAt"),
                part.maybe("timeZone"),
                part.text("published"),
                part.texts("publishedValues"),
                part.maybe("capacity"),
                part.maybe("registered"));
    }

    private static ItemMapping item(MappingPart part) {
        return new ItemMapping(
                part.text("object"),
                part.text("event"),
                part.text("name"),
                part.maybe("price"),
                part.maybe("capacity"),
                part.maybe("registered"));
    }

    private static SessionMapping session(MappingPart part) {
        return new SessionMapping(
                part.text("object"),
                part.text("event"),
                part.text("name"),
                part.text("startsAt"),
                part.text("endsAt"),
                part.maybe("capacity"),
                part.maybe("registered"));
    }
}
