package io.turnout.adapters.http.page;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Seat;
import io.turnout.domain.registration.Waiting;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// A registration in the words of its page: seats by name, and nothing of the persons, who are
/// sealed.
public record RegistrationSheet(
        String id,
        String path,
        String event,
        String eventPath,
        String when,
        String zone,
        List<String> seats,
        String state,
        boolean cancelled,
        Line line) {
    /// Where it stands when it is neither confirmed nor cancelled: its place in line from 1, or
    /// else until when its seats are kept for it.
    public record Line(int place, String until, String untilAt) {
        private static final Line NONE = new Line(0, "", "");

        static Line of(Registration registration, ZoneId zone) {
            return switch (registration.waiting()) {
                case Waiting.Over() -> NONE;
                case Waiting.InLine(int place) -> new Line(place, "", "");
                case Waiting.Offered(Instant until) ->
                        new Line(0, Words.moment(until, zone), until.toString());
            };
        }
    }

    static RegistrationSheet of(Registration registration, EventSheet event) {
        return new RegistrationSheet(
                registration.id().toString(),
                ManageCookie.path(registration.org(), registration.id()),
                event.name(),
                event.path(),
                event.when(),
                event.zone(),
                registration.seats().stream().map(seat -> seat(seat, event)).toList(),
                state(registration.delivery()),
                cancelled(registration),
                Line.of(registration, ZoneId.of(event.zone())));
    }

    /// The event is shown no more; the registration is.
    static RegistrationSheet withdrawn(Registration registration) {
        return new RegistrationSheet(
                registration.id().toString(),
                ManageCookie.path(registration.org(), registration.id()),
                "",
                "",
                "",
                "",
                List.of(),
                state(registration.delivery()),
                cancelled(registration),
                Line.of(registration, ZoneOffset.UTC));
    }

    private static boolean cancelled(Registration registration) {
        return registration.status() == RegistrationStatus.CANCELLED;
    }

    private static String seat(Seat seat, EventSheet event) {
        Stream<RoomId> rooms =
                Stream.concat(
                        Stream.of(RoomId.of(seat.place().item())),
                        seat.place().sessions().stream().map(RoomId::of));
        return String.join(", ", rooms.map(event::called).toList());
    }

    private static String state(DeliveryState state) {
        return switch (state) {
            case NONE -> "";
            case PENDING -> "waiting";
            case SENT -> "sent";
            case SET_ASIDE -> "set aside";
        };
    }
}
