package io.turnout.demo.watch;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.publishing.EventPage;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A moment in the words of its page.
public record WatchSheet(
        List<EventLine> events,
        List<RowLine> rows,
        List<CallBook.Call> calls,
        Numbers numbers,
        Trail.Chart chart,
        long stoppedSeconds) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static WatchSheet of(Moment moment, Trail.Chart chart, Instant now) {
        return new WatchSheet(
                moment.events().stream().map(EventLine::of).toList(),
                moment.rows().stream().map(owed -> RowLine.of(owed, moment)).toList(),
                moment.calls().newest(),
                Numbers.of(moment),
                chart,
                moment.stoppedUntil()
                        .map(until -> Math.max(1, Duration.between(now, until).toSeconds()))
                        .orElse(0L));
    }

    public boolean stopped() {
        return stoppedSeconds > 0;
    }

    private static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /// An event, with its rooms from wide to narrow.
    public record EventLine(String name, String path, List<RoomLine> rooms) {
        static EventLine of(EventPage page) {
            Event event = page.event();
            List<RoomLine> rooms = new ArrayList<>();
            rooms.add(RoomLine.of("All seats", page.room(RoomId.of(event.id()))));
            if (event.items().size() > 1) {
                event.items()
                        .forEach(
                                item ->
                                        rooms.add(
                                                RoomLine.of(
                                                        item.name(),
                                                        page.room(RoomId.of(item.id())))));
            }
            event.sessions()
                    .forEach(
                            session ->
                                    rooms.add(
                                            RoomLine.of(
                                                    session.name(),
                                                    page.room(RoomId.of(session.id())))));
            return new EventLine(event.name(), "/o/" + event.org() + "/e/" + event.id(), rooms);
        }
    }

    /// How full a room is; `taken` of a hundred for the bar.
    public record RoomLine(String name, String left, String taken, int percent, boolean full) {
        private static final int WHOLE = 100;

        static RoomLine of(String name, Capacity room) {
            int seats = room.seats() instanceof Seats.Limited(int count) ? Math.max(1, count) : 1;
            int left = room.remaining().orElse(seats);
            // Any taken seat shows, and only a full room looks full.
            int percent =
                    room.taken() == 0
                            ? 0
                            : Math.clamp((long) room.taken() * WHOLE / seats, 1, WHOLE);
            return new RoomLine(name, number(left), number(room.taken()), percent, !room.admits(1));
        }
    }

    /// An attendee by id, and how far they have come.
    public record RowLine(
            String attendee, String event, String at, String state, String record, String call) {
        static RowLine of(Moment.Owed owed, Moment moment) {
            Outbox.RowView row = owed.row();
            Long call = moment.callOf().get(row.attendee().toString());
            boolean waiting = row.state() == Outbox.State.WAITING;
            return new RowLine(
                    row.attendee().toString(),
                    owed.event(),
                    TIME.format(row.owedAt()),
                    row.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    row.recordId().orElse(""),
                    call == null || waiting ? "" : String.valueOf(call));
        }
    }

    /// The few numbers that tell most.
    public record Numbers(
            String kept,
            String waiting,
            String sent,
            String setAside,
            String calls,
            String rows,
            String perRow) {
        static Numbers of(Moment moment) {
            CallBook.Counts calls = moment.calls();
            Moment.Totals totals = moment.totals();
            return new Numbers(
                    number(totals.kept()),
                    number(totals.waiting()),
                    number(totals.sent()),
                    number(totals.setAside()),
                    number(calls.calls()),
                    number(calls.rows()),
                    calls.rows() == 0
                            ? "–"
                            : String.format(
                                    Locale.ROOT, "%.2f", calls.calls() / (double) calls.rows()));
        }
    }
}
