package io.turnout.adapters.http.page;

import io.turnout.adapters.http.RegistrationForm;
import io.turnout.adapters.http.page.CheckoutPageResource.Step;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.ReleaseRequest;
import io.turnout.domain.registration.Undecided;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The later steps, while seats are held: who comes, a look at all of it, and the registration.
/// What is chosen stands in the checkout and not in the form.
final class PeopleStep {
    private final Desk desk;
    private final Validator validator;
    private final PageLine queue;

    PeopleStep(Desk desk, Validator validator) {
        this.desk = desk;
        this.validator = validator;
        this.queue = new PageLine(desk.useCases().waiting(), desk.pages());
    }

    /// Whether what it holds is known and still held.
    boolean running(Checkout checkout) {
        Instant now = desk.clock().instant();
        return checkout.held().stream()
                .anyMatch(held -> now.isBefore(held.until()) && !held.places().isEmpty());
    }

    /// The form for whoever takes the places.
    ///
    /// @param token what the form carries of the checkout
    Response.ResponseBuilder blank(EventSheet sheet, Checkout checkout, String token) {
        TypedForm typed = TypedForm.fresh(token).taking(places(checkout));
        return desk.pages()
                .show(
                        200,
                        "checkout",
                        StepSheet.held(
                                StepSheet.PEOPLE, sheet, typed, List.of(), until(sheet, checkout)));
    }

    Response answer(Step step, Checkout checkout) {
        TypedForm typed = step.typed().taking(places(checkout));
        FormAnswers people = answers(StepSheet.PEOPLE, checkout);
        List<Complaint> complaints = Complaint.about(form(typed, checkout), validator);
        return switch (typed.button()) {
            case "release" -> release(step, checkout);
            case "people" -> people.form(200, step.sheet(), typed, List.of());
            case "register" ->
                    complaints.isEmpty()
                            ? decided(step, typed, checkout)
                            : people.form(422, step.sheet(), typed, complaints);
            default ->
                    complaints.isEmpty()
                            ? answers(StepSheet.REVIEW, checkout)
                                    .form(200, step.sheet(), typed, List.of())
                            : people.form(422, step.sheet(), typed, complaints);
        };
    }

    private static List<Place> places(Checkout checkout) {
        return checkout.held().orElseThrow().places();
    }

    private static RegistrationForm form(TypedForm typed, Checkout checkout) {
        return typed.form(checkout.held().orElseThrow().hold());
    }

    private FormAnswers answers(String name, Checkout checkout) {
        return new FormAnswers(
                desk.pages(),
                "checkout",
                (sheet, typed, complaints) ->
                        StepSheet.held(name, sheet, typed, complaints, until(sheet, checkout)));
    }

    private static String until(EventSheet sheet, Checkout checkout) {
        return Words.time(checkout.held().orElseThrow().until(), ZoneId.of(sheet.zone()));
    }

    /// The seats are free at once; where that fails, when the ten minutes are over.
    private Response release(Step step, Checkout checkout) {
        var _ =
                desk.useCases()
                        .releaseHold()
                        .release(
                                new ReleaseRequest(
                                        step.org(), checkout.held().orElseThrow().hold()));
        return Response.seeOther(URI.create(step.sheet().path()))
                .cookie(CheckoutCookie.gone(checkout, step.headers()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response decided(Step step, TypedForm typed, Checkout checkout) {
        FormAnswers answers = answers(StepSheet.PEOPLE, checkout);
        EventSheet sheet = step.sheet();
        RegistrationRequest request =
                form(typed, checkout)
                        .toRequest(step.org(), step.event(), checkout.key(), desk.ids())
                        .with(queue.ticket(step.org(), step.event(), step.headers()));
        Decision decision =
                step.excess().isPresent()
                        ? desk.useCases().recallRegistration().recall(request)
                        : desk.useCases().registerAttendees().register(request);
        return switch (decision) {
            case Decision.Admitted(var registration, _, _) -> confirm(registration, step);
            case Decision.Waitlisted(var registration) -> confirm(registration, step);
            case Decision.Repeated(var registration) -> confirm(registration, step);
            case Decision.KeyReused() -> answers.finished(sheet, typed);
            case Decision.Full full -> answers.full(sheet, typed, full);
            case Decision.Unlicensed _ -> answers.unlicensed(sheet, typed);
            case Decision.Closed _ -> answers.closed(sheet, typed);
            case Decision.UnknownEvent _ -> answers.problem(404, ProblemSheet.NO_EVENT);
            case Decision.UnknownChoice(var room) -> answers.gone(sheet, typed, room);
            case Decision.Erased _ -> answers.problem(410, ProblemSheet.ERASED);
            case Decision.UnknownLink _, Decision.LinkUsed _ -> answers.unknownLink(sheet, typed);
            case MustWait must -> queue.refusal(step.asked(), typed, must);
            case Undecided undecided -> answers.undecided(typed, undecided);
        };
    }

    private Response confirm(Registration registration, Step step) {
        Response confirmed = ManageCookie.confirm(registration, desk.tokens(), step.headers());
        return queue.done(confirmed, step.org(), step.event(), step.headers());
    }
}
