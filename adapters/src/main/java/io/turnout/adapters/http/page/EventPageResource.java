package io.turnout.adapters.http.page;

import io.turnout.adapters.http.wire.Body;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Undecided;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The page of an event, whose form registers. Every *no* keeps what was typed.
@Path("/o/{org}/e/{event}")
public final class EventPageResource {
    private final Desk desk;
    private final Validator validator;
    private final FormAnswers answers;

    EventPageResource(Desk desk, Validator validator) {
        this.desk = desk;
        this.validator = validator;
        this.answers = new FormAnswers(desk.pages());
    }

    @GET
    public Response show(@PathParam("org") OrgId org, @PathParam("event") EventId event) {
        return sheet(org, event)
                .map(sheet -> answers.form(200, sheet, TypedForm.fresh(newKey()), List.of()))
                .orElseGet(() -> answers.problem(404, ProblemSheet.NO_EVENT));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @Context HttpHeaders headers,
            byte[] body) {
        if (!SamePlace.sent(headers)) {
            return answers.problem(403, ProblemSheet.ELSEWHERE);
        }
        if (body.length > Body.BYTES_MAX) {
            return answers.problem(413, ProblemSheet.TOO_LARGE);
        }
        return FormBody.read(body)
                .map(TypedForm::read)
                .map(typed -> answer(new Sent(org, event, typed, headers)))
                .orElseGet(() -> answers.problem(400, ProblemSheet.UNREADABLE));
    }

    private Response answer(Sent sent) {
        TypedForm typed = sent.typed();
        if (typed.adds() || typed.removes()) {
            TypedForm changed = typed.adds() ? typed.more() : typed.fewer();
            return again(sent, (sheet, _) -> answers.form(200, sheet, changed, List.of()));
        }
        if (typed.idempotencyKey().isEmpty()) {
            return again(sent, (sheet, form) -> answers.lostKey(sheet, form.under(newKey())));
        }
        List<Complaint> complaints = Complaint.about(typed.form(), validator);
        if (!complaints.isEmpty()) {
            return again(sent, (sheet, form) -> answers.form(422, sheet, form, complaints));
        }
        RegistrationRequest request =
                typed.form()
                        .toRequest(
                                sent.org(), sent.event(), typed.idempotencyKey().get(), desk.ids());
        return decided(sent, desk.useCases().registerAttendees().register(request));
    }

    private Response decided(Sent sent, Decision decision) {
        return switch (decision) {
            case Decision.Admitted(var registration, _, _) ->
                    ManageCookie.confirm(registration, desk.tokens(), sent.headers());
            case Decision.Repeated(var registration) ->
                    ManageCookie.confirm(registration, desk.tokens(), sent.headers());
            case Decision.KeyReused() ->
                    again(sent, (sheet, form) -> answers.usedKey(sheet, form.under(newKey())));
            case Decision.Full full ->
                    again(sent, (sheet, form) -> answers.full(sheet, form, full));
            case Decision.Unlicensed _ -> again(sent, answers::unlicensed);
            case Decision.Closed _ -> again(sent, answers::closed);
            case Decision.UnknownEvent _ -> answers.problem(404, ProblemSheet.NO_EVENT);
            case Decision.UnknownChoice(var room) ->
                    again(sent, (sheet, form) -> answers.gone(sheet, form, room));
            case Undecided undecided -> answers.undecided(sent.typed(), undecided);
        };
    }

    /// The form once more, beside the event as it is now.
    private Response again(Sent sent, BiFunction<EventSheet, TypedForm, Response> answer) {
        return sheet(sent.org(), sent.event())
                .map(sheet -> answer.apply(sheet, sent.typed()))
                .orElseGet(() -> answers.problem(404, ProblemSheet.NO_EVENT));
    }

    private Optional<EventSheet> sheet(OrgId org, EventId event) {
        return desk.useCases()
                .showEvent()
                .show(org, event)
                .map(page -> EventSheet.of(page, desk.clock().instant()));
    }

    private String newKey() {
        return desk.ids().next().toString();
    }

    private record Sent(OrgId org, EventId event, TypedForm typed, HttpHeaders headers) {}
}
