package io.turnout.adapters.http.page;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Undecided;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// The form once more, with what became of it, in words that say what to do next.
final class FormAnswers {
    private final Pages pages;

    FormAnswers(Pages pages) {
        this.pages = pages;
    }

    Response form(int status, EventSheet event, TypedForm typed, List<Complaint> complaints) {
        FormSheet sheet = FormSheet.of(event, typed, complaints, event.anyFull());
        return pages.show(status, "event", sheet).build();
    }

    Response problem(int status, ProblemSheet problem) {
        return pages.show(status, "problem", problem).build();
    }

    /// The page as everybody sees it, to be kept by whoever stands between.
    Response.ResponseBuilder open(EventSheet event) {
        TypedForm empty = TypedForm.fresh("");
        return pages.open("event", FormSheet.of(event, empty, List.of(), event.anyFull()));
    }

    Response usedKey(EventSheet event, TypedForm typed) {
        return form(
                422,
                event,
                typed,
                whole(
                        "This form has registered others already. To register these people too,"
                                + " press Register once more."));
    }

    Response full(EventSheet event, TypedForm typed, Decision.Full full) {
        String name = event.called(full.room());
        String message =
                full.remaining() == 0
                        ? name + " is sold out. Nobody of your group was registered."
                        : name
                                + (full.remaining() == 1 ? " has 1 seat" : " has ")
                                + (full.remaining() == 1 ? "" : full.remaining() + " seats")
                                + " left, fewer than your group needs. Nobody was registered.";
        String more = typed.waits() ? " The waiting list is not open to your group." : "";
        String field = Complaint.choosing(full.room(), typed.people());
        List<Complaint> complaints = List.of(new Complaint(field, message + more));
        return pages.show(409, "event", FormSheet.of(event, typed, complaints, !typed.waits()))
                .build();
    }

    Response gone(EventSheet event, TypedForm typed, RoomId room) {
        String field = Complaint.choosing(room, typed.people());
        return form(
                422,
                event,
                typed,
                List.of(new Complaint(field, "This choice is no longer offered: choose again")));
    }

    Response unlicensed(EventSheet event, TypedForm typed) {
        return form(
                403,
                event,
                typed,
                whole("The organiser cannot take registrations at the moment. Nobody was taken."));
    }

    Response closed(EventSheet event, TypedForm typed) {
        return form(410, event, typed, whole("Registration for this event is closed."));
    }

    private static List<Complaint> whole(String message) {
        return List.of(new Complaint(Complaint.FORM, message));
    }

    /// Asks nothing more of whoever is too busy: what was typed waits in the answer itself.
    Response undecided(TypedForm typed, Undecided undecided) {
        String message =
                switch (undecided.cause()) {
                    case OVERLOADED, OVER_SHARE ->
                            "Very many people are registering right now. Nothing was kept yet.";
                    case STORAGE_UNAVAILABLE, RELOCATING ->
                            "We cannot take registrations for a moment. Nothing was kept yet.";
                    case OUTCOME_UNKNOWN ->
                            "We do not know yet whether you are registered. Trying again will"
                                    + " tell, and will not register you twice.";
                };
        int status = undecided.cause() == Undecided.Cause.OVER_SHARE ? 429 : 503;
        return pages.show(status, "retry", new RetrySheet(message, typed.hidden()))
                .header(HttpHeaders.RETRY_AFTER, 2)
                .build();
    }
}
