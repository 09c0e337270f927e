package io.turnout.demo;

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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What there is to register for: a small event, one with sessions, a large one, and one of
/// another org. The ids are fixed; the events are always some months ahead.
final class Samples {
    static final OrgId ORG_A = new OrgId("00DTURNOUT0000125A");
    static final OrgId ORG_B = new OrgId("00DTURNOUT0000225A");
    static final OrgId VENDOR = new OrgId("00DTURNOUT0000025A");

    static final EventId TABLE = new EventId("a01xx0000000001");
    static final EventId CONFERENCE = new EventId("a01xx0000000002");
    static final EventId OPEN_DAY = new EventId("a01xx0000000003");
    static final EventId RAILWAY = new EventId("a01xx0000000004");
    static final ItemId OPEN_DAY_TICKET = new ItemId("a02xx0000000004");

    private static final Duration AHEAD = Duration.ofDays(100);
    private static final ZoneId HARBOUR = ZoneId.of("Europe/Berlin");
    private static final int MORNING = 8;

    private Samples() {}

    static List<Sample> all(Instant now) {
        Instant day = now.truncatedTo(ChronoUnit.DAYS).plus(AHEAD).plus(MORNING, ChronoUnit.HOURS);
        return List.of(
                new Draft(ORG_A, TABLE, "The Captain’s Table", HARBOUR)
                        .seats(3)
                        .item("a02xx0000000001", "A seat at the table", "120", 3)
                        .at(day.plus(10, ChronoUnit.HOURS), 4),
                new Draft(ORG_A, CONFERENCE, "Harbour Conference", HARBOUR)
                        .seats(500)
                        .item("a02xx0000000002", "Two days", "290", 400)
                        .item("a02xx0000000003", "Students", "45", 100)
                        .session("a03xx0000000001", "Opening", day, 500)
                        .session("a03xx0000000002", "Workshop: signals", day.plusSeconds(7_200), 6)
                        .session("a03xx0000000003", "Boat trip", day.plusSeconds(36_000), 40)
                        .at(day, 32),
                new Draft(ORG_A, OPEN_DAY, "Open Day", HARBOUR)
                        .seats(100_000)
                        .item(OPEN_DAY_TICKET.value(), "Free entry", "0", 100_000)
                        .at(day.plus(2, ChronoUnit.DAYS), 9),
                new Draft(ORG_B, RAILWAY, "Railway Days", ZoneId.of("Europe/London"))
                        .seats(1_000)
                        .item("a02xx0000000005", "Day ticket", "18.50", 1_000)
                        .at(day.plus(5, ChronoUnit.DAYS), 8));
    }

    /// An event and how many seats each of its rooms has.
    record Sample(Event event, Map<RoomId, Seats> seats) {
        Sample {
            seats = Map.copyOf(seats);
        }

        int seats(RoomId room) {
            return seats.get(room) instanceof Seats.Limited(int count) ? count : 0;
        }
    }

    /// An event in the making.
    private static final class Draft {
        private static final long SESSION_SECONDS = 5_400;

        private final OrgId org;
        private final EventId id;
        private final String name;
        private final ZoneId zone;
        private final List<EventItem> items = new java.util.ArrayList<>();
        private final List<EventSession> sessions = new java.util.ArrayList<>();
        private final Map<RoomId, Seats> seats = new HashMap<>();

        Draft(OrgId org, EventId id, String name, ZoneId zone) {
            this.org = org;
            this.id = id;
            this.name = name;
            this.zone = zone;
        }

        Draft seats(int count) {
            seats.put(RoomId.of(id), new Seats.Limited(count));
            return this;
        }

        Draft item(String item, String called, String price, int count) {
            ItemId itemId = new ItemId(item);
            items.add(new EventItem(itemId, called, new BigDecimal(price)));
            seats.put(RoomId.of(itemId), new Seats.Limited(count));
            return this;
        }

        Draft session(String session, String called, Instant from, int count) {
            SessionId sessionId = new SessionId(session);
            Instant to = from.plusSeconds(SESSION_SECONDS);
            sessions.add(new EventSession(sessionId, called, from, to));
            seats.put(RoomId.of(sessionId), new Seats.Limited(count));
            return this;
        }

        Sample at(Instant from, int hours) {
            Event event =
                    new Event(
                            org,
                            id,
                            name,
                            from,
                            from.plus(hours, ChronoUnit.HOURS),
                            zone,
                            EventStatus.PUBLISHED,
                            items,
                            sessions);
            return new Sample(event, seats);
        }
    }
}
