package io.turnout.adapters.http.page;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Seat;
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
        boolean cancelled) {
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
                cancelled(registration));
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
                cancelled(registration));
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
            case PENDING -> "waiting";
            case SENT -> "sent";
            case SET_ASIDE -> "set aside";
        };
    }
}
