package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Seat;
import io.turnout.domain.registration.Waiting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A registration as its owner sees it: who sits where by id, and nothing of the persons. One that
/// waits has a `position` in line, from 1; one whose seats are offered, `offerExpiresAt`.
public record RegistrationView(
        String id,
        String status,
        String event,
        List<AttendeeView> attendees,
        String createdAt,
        @Nullable Integer position,
        @Nullable String offerExpiresAt,
        DeliveryView salesforce,
        String manageToken)
        implements View {
    static RegistrationView of(Registration registration, String manageToken) {
        return new RegistrationView(
                registration.id().toString(),
                status(registration.status()),
                registration.event().value(),
                registration.seats().stream().map(AttendeeView::of).toList(),
                registration.createdAt().toString(),
                registration.waiting() instanceof Waiting.InLine(int place) ? place : null,
                registration.waiting() instanceof Waiting.Offered(Instant until)
                        ? until.toString()
                        : null,
                DeliveryView.of(registration.delivery()),
                manageToken);
    }

    private static String status(RegistrationStatus status) {
        return switch (status) {
            case WAITLISTED -> "waitlisted";
            case OFFERED -> "offered";
            case CONFIRMED -> "confirmed";
            case CANCELLED -> "cancelled";
        };
    }

    /// The token lets its bearer cancel, so it is not printed.
    @Override
    public String toString() {
        return "RegistrationView[" + id + ", " + status + "]";
    }

    /// One of the group, by id.
    public record AttendeeView(String id, String item, List<String> sessions) {
        static AttendeeView of(Seat seat) {
            ItemId item = seat.place().item();
            List<String> sessions = seat.place().sessions().stream().map(SessionId::value).toList();
            return new AttendeeView(seat.attendee().toString(), item.value(), sessions);
        }
    }

    /// How far it has come on its way to the org's Salesforce: `none` while nothing is owed there.
    public record DeliveryView(String state) {
        static DeliveryView of(DeliveryState state) {
            return new DeliveryView(
                    switch (state) {
                        case NONE -> "none";
                        case PENDING -> "pending";
                        case SENT -> "sent";
                        case SET_ASIDE -> "set-aside";
                    });
        }
    }
}
