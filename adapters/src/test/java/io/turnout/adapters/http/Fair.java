package io.turnout.adapters.http;

import io.turnout.application.memory.Memory;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A fair with one kind of ticket and one dinner, in an org of its own: what the tests of the
/// door knock at.
record Fair(OrgId org) {
    private static final AtomicInteger ORGS = new AtomicInteger();

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final EventId FAIR = new EventId("a01000000000001");
    static final ItemId TICKET = new ItemId("a02000000000001");
    static final SessionId DINNER = new SessionId("a03000000000001");

    String events() {
        return "/v1/orgs/" + org + "/events";
    }

    String event() {
        return events() + "/" + FAIR;
    }

    String registrations() {
        return event() + "/registrations";
    }

    String holds() {
        return event() + "/holds";
    }

    /// A licensed org with the published fair, of so many seats; tickets and dinner are
    /// unlimited.
    static Fair open(Memory memory, Seats seats) {
        Fair fair = new Fair(new OrgId("00D%012d".formatted(ORGS.incrementAndGet())));
        memory.licenses().keep(new License("L-1", LicenseStatus.ACTIVE, fair.org));
        memory.pages().keep(fair.called("Fair"), rooms(seats));
        return fair;
    }

    Event called(String name) {
        return new Event(
                org,
                FAIR,
                name,
                NOON.plusSeconds(3_600),
                NOON.plusSeconds(7_200),
                ZoneId.of("Europe/Berlin"),
                EventStatus.PUBLISHED,
                List.of(new EventItem(TICKET, "Ticket", new BigDecimal("12.50"))),
                List.of(
                        new EventSession(
                                DINNER,
                                "Dinner",
                                NOON.plusSeconds(3_600),
                                NOON.plusSeconds(7_200))));
    }

    static Map<RoomId, Seats> rooms(Seats seats) {
        return Map.of(
                RoomId.of(FAIR),
                seats,
                RoomId.of(TICKET),
                new Seats.Unlimited(),
                RoomId.of(DINNER),
                new Seats.Unlimited());
    }

    /// A body that registers one person.
    static String one(String name) {
        return group(attendee(name));
    }

    static String group(String... attendees) {
        return "{\"attendees\":[" + String.join(",", attendees) + "]}";
    }

    static String attendee(String name) {
        return """
        {"email":"%s@example.com","name":"%s","item":"%s","sessions":["%s"]}\
        """
                .formatted(name, name, TICKET, DINNER);
    }
}
