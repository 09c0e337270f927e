package io.turnout.adapters.http.page;

import io.turnout.adapters.http.lane.Excess;
import io.turnout.adapters.http.lane.LoadTest;
import io.turnout.adapters.http.wire.Body;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
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
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A checkout in steps: choose, have the seats held, say who comes, confirm. Each answer carries
/// the whole of it in its form, so that any instance goes on with it, whatever is remembered.
@Path("/o/{org}/e/{event}/checkout")
public final class CheckoutPageResource {
    private final Desk desk;
    private final CheckoutDesk checkouts;
    private final FormAnswers answers;
    private final HoldStep holds;
    private final PeopleStep people;

    CheckoutPageResource(Desk desk, Validator validator) {
        this.desk = desk;
        this.checkouts = new CheckoutDesk(desk.useCases().checkouts());
        this.answers = new FormAnswers(desk.pages());
        this.people = new PeopleStep(desk, validator);
        this.holds = new HoldStep(desk, validator, checkouts, people);
    }

    /// Back to the seats that are still held, or to where one begins.
    @GET
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @Context HttpHeaders headers) {
        Optional<EventSheet> sheet = desk.sheet(org, event);
        return checkouts
                .resumed(org, event, CheckoutVersion.V2, headers)
                .filter(people::running)
                .flatMap(checkout -> sheet.flatMap(page -> shown(page, checkout)))
                .orElseGet(() -> elsewhere(EventSheet.path(org, event)));
    }

    private Optional<Response> shown(EventSheet sheet, Checkout checkout) {
        return checkouts
                .keep(checkout)
                .map(kept -> CheckoutCookie.text(checkout.id(), kept.whole()))
                .map(token -> people.blank(sheet, checkout, token).build());
    }

    private static Response elsewhere(String path) {
        return Response.seeOther(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
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
        Optional<TypedForm> typed = FormBody.read(body).map(TypedForm::read);
        if (typed.isEmpty()) {
            return answers.problem(400, ProblemSheet.UNREADABLE);
        }
        Optional<Excess> excess = Excess.of(wire);
        return desk.sheet(org, event)
                .map(sheet -> new Step(org, event, sheet, typed.get(), headers, excess))
                .map(step -> answer(step, key))
                .orElseGet(() -> answers.problem(404, ProblemSheet.NO_EVENT));
    }

    private Response answer(Step step, @Nullable String key) {
        if (step.typed().key().isEmpty()) {
            return holds.answer(step, Optional.ofNullable(key).flatMap(CheckoutDesk::key));
        }
        Optional<Checkout> checkout =
                checkouts
                        .carried(step.org(), step.event(), step.typed().key())
                        .filter(one -> one.held().isPresent());
        return checkout.map(one -> people.answer(step, one)).orElseGet(() -> holds.lost(step));
    }

    /// A form that was sent, beside the event as it is now. Over a limit only what was kept before
    /// is answered.
    record Step(
            OrgId org,
            EventId event,
            EventSheet sheet,
            TypedForm typed,
            HttpHeaders headers,
            Optional<Excess> excess) {
        PageLine.Asked asked() {
            return new PageLine.Asked(org, event, headers);
        }
    }
}
