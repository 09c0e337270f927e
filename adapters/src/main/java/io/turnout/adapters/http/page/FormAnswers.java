package io.turnout.adapters.http.page;

import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Undecided;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// The form once more, with what became of it, in words that say what to do next.
final class FormAnswers {
    private final Pages pages;
    private final String page;
    private final Sheet sheet;

    /// On the page of the event.
    FormAnswers(Pages pages) {
        this(
                pages,
                "event",
                (event, typed, complaints) ->
                        FormSheet.of(event, typed, complaints, event.anyFull()));
    }

    FormAnswers(Pages pages, String page, Sheet sheet) {
        this.pages = pages;
        this.page = page;
        this.sheet = sheet;
    }

    /// What the page shows.
    interface Sheet {
        Object of(EventSheet event, TypedForm typed, List<Complaint> complaints);
    }

    Response form(int status, EventSheet event, TypedForm typed, List<Complaint> complaints) {
        return pages.show(status, page, sheet.of(event, typed, complaints)).build();
    }

    Response problem(int status, ProblemSheet problem) {
        return pages.show(status, "problem", problem).build();
    }

    /// The page as everybody sees it, to be kept by whoever stands between.
    Response.ResponseBuilder open(EventSheet event) {
        return pages.open(page, sheet.of(event, TypedForm.fresh(""), List.of()));
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

    Response unknownLink(EventSheet event, TypedForm typed) {
        return form(
                422,
                event,
                new TypedForm(typed.key(), typed.people(), typed.button(), ""),
                whole(
                        "The invitation is not known any more. You can register without it: press"
                                + " Register once more."));
    }

    Response lost(EventSheet event, TypedForm typed) {
        return form(
                400,
                event,
                typed,
                whole("Your places are not held any more, or not here. Please choose again."));
    }

    Response finished(EventSheet event, TypedForm typed) {
        return form(
                422,
                event,
                typed,
                whole(
                        "These places have been taken by others of you already. Please go back to"
                                + " the event to register more people."));
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
        Response.ResponseBuilder answer =
                pages.show(status, "retry", new RetrySheet(message, typed.hidden()))
                        .header(HttpHeaders.RETRY_AFTER, 2);
        return undecided.cause() == Undecided.Cause.RELOCATING
                ? answer.header(ProblemType.MOVING_HEADER, "yes").build()
                : answer.build();
    }
}
