package io.turnout.domain.publishing;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a row that was written says anything new. Most do not: each count we write back to an
/// org makes its row look changed.
public final class Comparison {
    private Comparison() {}

    /// Compares a row with what is kept of its event, if that is shown. A part of an event that
    /// is not shown says nothing, unless it may be the part that kept the event from being shown.
    public static boolean differs(ChangedRow row, Optional<Publication> shown, boolean troubled) {
        boolean isEvent = row.event().map(EventId::value).filter(row.id()::equals).isPresent();
        return shown.map(kept -> differs(row, kept))
                .orElseGet(
                        () -> troubled || (isEvent && !(row.content() instanceof ChangedRow.Gone)));
    }

    private static boolean differs(ChangedRow row, Publication kept) {
        Event event = kept.event();
        return switch (row.content()) {
            case ChangedRow.Gone _ -> ids(event).anyMatch(row.id()::equals);
            case ChangedRow.Unreadable _ -> true;
            case ChangedRow.Head head ->
                    !head.equals(
                            new ChangedRow.Head(
                                    event.name(),
                                    event.startsAt(),
                                    event.endsAt(),
                                    event.timeZone(),
                                    seats(kept, RoomId.of(event.id()))));
            case ChangedRow.Item(var item, var seats) ->
                    !(event.items().contains(item)
                            && seats(kept, RoomId.of(item.id())).equals(seats));
            case ChangedRow.Session(var session, var seats) ->
                    !(event.sessions().contains(session)
                            && seats(kept, RoomId.of(session.id())).equals(seats));
        };
    }

    private static Seats seats(Publication kept, RoomId room) {
        return kept.seats().getOrDefault(room, new Seats.Unlimited());
    }

    private static Stream<String> ids(Event event) {
        return Stream.of(
                        Stream.of(event.id().value()),
                        event.items().stream().map(item -> item.id().value()),
                        event.sessions().stream().map(session -> session.id().value()))
                .flatMap(ids -> ids);
    }
}
