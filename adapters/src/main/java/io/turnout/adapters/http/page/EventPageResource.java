package io.turnout.adapters.http.page;

import io.turnout.adapters.http.Edge;
import io.turnout.adapters.http.EventTags;
import io.turnout.adapters.http.lane.Excess;
import io.turnout.adapters.http.lane.LoadTest;
import io.turnout.adapters.http.wire.Body;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.waitingroom.InLine;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Undecided;
import io.turnout.domain.waitingroom.Turn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The page of an event, whose form registers. Everybody is shown the same page, so that caches
/// may keep it: the key that makes a form one registration is given to it when it is sent, and
/// the browser sends it once more with that key, by itself. Every *no* keeps what was typed.
@Path("/o/{org}/e/{event}")
public final class EventPageResource {
    private final Desk desk;
    private final Validator validator;
    private final FormAnswers answers;
    private final PageLine line;
    private final FormAnswers steps;
    private final CheckoutDesk checkouts;
    private final InvitationDesk links;

    EventPageResource(Desk desk, Validator validator) {
        this.desk = desk;
        this.validator = validator;
        this.answers = new FormAnswers(desk.pages());
        this.line = new PageLine(desk.useCases().waiting(), desk.pages());
        this.steps = new FormAnswers(desk.pages(), "checkout", StepSheet::choose);
        this.checkouts = new CheckoutDesk(desk.useCases().checkouts());
        this.links = new InvitationDesk(desk.useCases().links(), desk.pages());
    }

    /// `again`: for somebody else, after the browser has registered one.
    @GET
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @QueryParam("again") @Nullable String again,
            @Context HttpHeaders headers) {
        return desk.useCases()
                .showEvent()
                .show(org, event)
                .map(
                        page ->
                                line.of(org, event, headers)
                                        .map(waits -> inLine(page, waits, headers))
                                        .orElseGet(() -> open(page, again, headers)))
                .orElseGet(() -> answers.problem(404, ProblemSheet.NO_EVENT));
    }

    /// While others wait, who is called sees a form of their own.
    private Response inLine(EventPage page, InLine waits, HttpHeaders headers) {
        return waits.turn() instanceof Turn.Called
                ? fresh(page)
                : line.page(desk.sheet(page), waits, headers);
    }

    private Response open(EventPage page, @Nullable String again, HttpHeaders headers) {
        if (again != null) {
            return fresh(page);
        }
        EventSheet sheet = desk.sheet(page);
        CheckoutVersion version = checkouts.current(page.event().org());
        String look = Pages.LOOK + "-" + version + (sheet.closed() ? "-closed" : "");
        String tags = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return Edge.answer(
                EventTags.shown(page, look), tags, () -> begin(version, sheet).open(sheet));
    }

    private Response fresh(EventPage page) {
        CheckoutVersion version = checkouts.current(page.event().org());
        String key = version == CheckoutVersion.V1 ? newKey() : "";
        EventSheet sheet = desk.sheet(page);
        return begin(version, sheet).form(200, sheet, TypedForm.fresh(key), List.of());
    }

    /// Whatever new visitors begin on, what was begun here ends here. A full event has nothing to
    /// hold: its waiting list is joined here.
    private FormAnswers begin(CheckoutVersion version, EventSheet sheet) {
        return switch (version) {
            case V1 -> answers;
            case V2 -> sheet.room().full() ? answers : steps;
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @QueryParam("key") @Nullable String key,
            @Context HttpHeaders headers,
            @Context HttpServletRequest wire,
            byte[] body) {
        if (!SamePlace.sent(headers)) {
            return answers.problem(403, ProblemSheet.ELSEWHERE);
        }
        if (body.length > Body.BYTES_MAX) {
            return answers.problem(413, ProblemSheet.TOO_LARGE);
        }
        if (LoadTest.is(wire)) {
            return answers.problem(403, ProblemSheet.REHEARSED);
        }
        return FormBody.read(body)
                .map(TypedForm::read)
                .map(typed -> typed.key().isEmpty() && key != null ? typed.under(key) : typed)
                .map(typed -> answer(new Sent(org, event, typed, headers), wire))
                .orElseGet(() -> answers.problem(400, ProblemSheet.UNREADABLE));
    }

    private Response answer(Sent sent, HttpServletRequest wire) {
        Optional<Excess> excess = Excess.of(wire);
        if (!sent.typed().invited()) {
            return answer(sent, Optional.empty(), excess);
        }
        return links.with(
                sent.org(),
                sent.typed().link(),
                wire,
                link ->
                        link.isPresent()
                                ? answer(sent, link, excess)
                                : again(sent, answers::unknownLink));
    }

    private Response answer(Sent sent, Optional<LinkId> link, Optional<Excess> excess) {
        TypedForm typed = sent.typed();
        if (typed.adds() || typed.removes()) {
            TypedForm known = typed.key().isEmpty() ? typed.under(newKey()) : typed;
            TypedForm changed = known.adds() ? known.more() : known.fewer();
            return again(sent, (sheet, _) -> answers.form(200, sheet, changed, List.of()));
        }
        if (typed.idempotencyKey().isEmpty()) {
            return checkouts
                    .resumed(sent.org(), sent.event(), CheckoutVersion.V1, sent.headers())
                    .map(checkout -> answer(sent.under(checkout.key().value()), link, excess))
                    .orElseGet(() -> begin(sent));
        }
        List<Complaint> complaints = Complaint.about(typed.form(), validator);
        if (!complaints.isEmpty()) {
            return again(sent, (sheet, form) -> answers.form(422, sheet, form, complaints));
        }
        RegistrationRequest request =
                typed.form()
                        .toRequest(
                                sent.org(), sent.event(), typed.idempotencyKey().get(), desk.ids())
                        .with(line.ticket(sent.org(), sent.event(), sent.headers()))
                        .invited(link);
        return decided(
                sent,
                excess.isPresent()
                        ? desk.useCases().recallRegistration().recall(request)
                        : desk.useCases().registerAttendees().register(request));
    }

    private Response begin(Sent sent) {
        Checkout checkout =
                Checkout.begun(
                        sent.org(),
                        sent.event(),
                        CheckoutCookie.newId(),
                        CheckoutVersion.V1,
                        new IdempotencyKey(newKey()));
        String path = EventSheet.path(sent.org(), sent.event());
        return checkouts.begin(checkout, path, sent.headers());
    }

    private Response decided(Sent sent, Decision decision) {
        return switch (decision) {
            case Decision.Admitted(var registration, _, _) -> confirmed(sent, registration);
            case Decision.Waitlisted(var registration) -> confirmed(sent, registration);
            case Decision.Repeated(var registration) -> confirmed(sent, registration);
            case Decision.KeyReused() ->
                    again(sent, (sheet, form) -> answers.usedKey(sheet, form.under(newKey())));
            case Decision.Full full ->
                    again(sent, (sheet, form) -> answers.full(sheet, form, full));
            case Decision.Unlicensed _ -> again(sent, answers::unlicensed);
            case Decision.Closed _ -> again(sent, answers::closed);
            case Decision.UnknownEvent _ -> answers.problem(404, ProblemSheet.NO_EVENT);
            case Decision.UnknownChoice(var room) ->
                    again(sent, (sheet, form) -> answers.gone(sheet, form, room));
            case Decision.UnknownLink() -> again(sent, answers::unknownLink);
            case Decision.LinkUsed(var last) -> alreadyThere(sent, last);
            case Decision.Erased _ -> answers.problem(410, ProblemSheet.ERASED);
            case MustWait must -> line.refusal(sent.asked(), sent.typed(), must);
            case Undecided undecided -> answers.undecided(sent.typed(), undecided);
        };
    }

    /// Whoever presses once more is shown what they have.
    private Response alreadyThere(Sent sent, RegistrationId last) {
        return desk.useCases()
                .showRegistration()
                .show(sent.org(), last)
                .map(registration -> confirmed(sent, registration))
                .orElseGet(() -> answers.problem(404, ProblemSheet.NO_REGISTRATION));
    }

    private Response confirmed(Sent sent, Registration registration) {
        Response confirmed = ManageCookie.confirm(registration, desk.tokens(), sent.headers());
        return line.done(confirmed, sent.org(), sent.event(), sent.headers());
    }

    /// The form once more, beside the event as it is now.
    private Response again(Sent sent, BiFunction<EventSheet, TypedForm, Response> answer) {
        return desk.sheet(sent.org(), sent.event())
                .map(sheet -> answer.apply(sheet, sent.typed()))
                .orElseGet(() -> answers.problem(404, ProblemSheet.NO_EVENT));
    }

    private String newKey() {
        return desk.ids().next().toString();
    }

    private record Sent(OrgId org, EventId event, TypedForm typed, HttpHeaders headers) {
        PageLine.Asked asked() {
            return new PageLine.Asked(org, event, headers);
        }

        Sent under(String key) {
            return new Sent(org, event, typed.under(key), headers);
        }
    }
}
