package io.turnout.adapters.http.page;

import io.turnout.application.attendeelink.OpenLink.Opened;
import io.turnout.application.waitingroom.InLine;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.waitingroom.Turn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/// The page of an event as who is invited sees it: their form, filled in with what is known, or
/// what became of their registration. It is sent like the form of everybody.
@Path("/o/{org}/e/{event}/invited")
public final class InvitationPageResource {
    private final Desk desk;
    private final InvitationDesk links;
    private final FormAnswers answers;
    private final PageLine line;

    InvitationPageResource(Desk desk) {
        this.desk = desk;
        this.links = new InvitationDesk(desk.useCases().links(), desk.pages());
        this.answers = new FormAnswers(desk.pages());
        this.line = new PageLine(desk.useCases().waiting(), desk.pages());
    }

    @GET
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @Context HttpHeaders headers,
            @Context HttpServletRequest wire) {
        Optional<String> token = LinkCookie.token(headers);
        if (token.isEmpty()) {
            return answers.problem(403, ProblemSheet.INVITATION_ELSEWHERE);
        }
        Visitor visitor = new Visitor(org, event, token.get(), headers);
        return links.with(org, token.get(), wire, link -> shown(visitor, link));
    }

    private Response shown(Visitor visitor, Optional<LinkId> link) {
        return link.flatMap(id -> links.open(visitor.org(), id))
                .filter(opened -> opened.link().event().equals(visitor.event()))
                .map(opened -> shown(visitor, opened))
                .orElseGet(links::unknown);
    }

    private Response shown(Visitor visitor, Opened opened) {
        if (opened.usedUp()) {
            return opened.last()
                    .map(last -> ManageCookie.confirm(last, desk.tokens(), visitor.headers()))
                    .orElseGet(links::unknown);
        }
        return desk.sheet(visitor.org(), visitor.event())
                .map(sheet -> inTurn(visitor, sheet, opened))
                .orElseGet(() -> answers.problem(404, ProblemSheet.NO_EVENT));
    }

    private Response inTurn(Visitor visitor, EventSheet sheet, Opened opened) {
        Optional<InLine> waits = line.of(visitor.org(), visitor.event(), visitor.headers());
        if (waits.isPresent() && !(waits.get().turn() instanceof Turn.Called)) {
            return line.page(sheet, waits.get(), visitor.headers());
        }
        TypedPerson person = TypedPerson.of(opened.link().prefill());
        TypedForm form = TypedForm.invited(desk.ids().next().toString(), person, visitor.token());
        return answers.form(200, sheet, form, List.of());
    }

    private record Visitor(OrgId org, EventId event, String token, HttpHeaders headers) {
        @Override
        public String toString() {
            return "Visitor[" + event + "]";
        }
    }
}
