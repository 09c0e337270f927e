package io.turnout.adapters.http.page;

import io.turnout.adapters.http.problem.PlaceInLine;
import io.turnout.application.waitingroom.InLine;
import io.turnout.application.waitingroom.WaitingUseCases;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.waitingroom.Ticket;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// The line before the page of an event: who waits sees a page that looks again by itself, and
/// comes through to the form.
final class PageLine {
    private static final int SOON = 5;

    private final WaitingUseCases useCases;
    private final Pages pages;

    /// For what somebody asks, and with which cookies.
    record Asked(OrgId org, EventId event, HttpHeaders headers) {}

    PageLine(WaitingUseCases useCases, Pages pages) {
        this.useCases = useCases;
        this.pages = pages;
    }

    Optional<Ticket> ticket(OrgId org, EventId event, HttpHeaders headers) {
        return WaitingCookie.token(headers)
                .flatMap(token -> useCases.readTicket().read(org, event, token));
    }

    /// Where this browser stands. Empty when nobody waits.
    Optional<InLine> of(OrgId org, EventId event, HttpHeaders headers) {
        return useCases.join().join(org, event, ticket(org, event, headers));
    }

    Response page(EventSheet event, InLine line, HttpHeaders headers) {
        WaitingSheet sheet =
                WaitingSheet.of(
                        event,
                        line,
                        useCases.show()
                                .show(line.ticket().room().org(), line.ticket().room().event()));
        return waiting(pages.show(200, "waiting", sheet), line, headers);
    }

    /// What was typed stays, to be sent again when it is their turn.
    Response refusal(Asked asked, TypedForm typed, MustWait must) {
        Optional<Ticket> ticket =
                must.cause() == MustWait.Cause.TICKET_USED
                        ? Optional.empty()
                        : ticket(asked.org(), asked.event(), asked.headers());
        Optional<InLine> line = useCases.join().join(asked.org(), asked.event(), ticket);
        String message =
                line.map(WaitingSheet::inWords).orElse("The line has just ended.")
                        + " Nothing was kept yet; what you typed stays on this page. Press the"
                        + " button when it is your turn.";
        Response.ResponseBuilder page =
                pages.show(429, "retry", new RetrySheet(message, typed.hidden()));
        return line.map(waits -> waiting(page, waits, asked.headers()))
                .orElseGet(() -> page.header(HttpHeaders.RETRY_AFTER, 1).build());
    }

    private static Response waiting(
            Response.ResponseBuilder page, InLine line, HttpHeaders headers) {
        Ticket ticket = line.ticket();
        return page.header(HttpHeaders.RETRY_AFTER, pause(line))
                .cookie(
                        WaitingCookie.keep(
                                ticket.room().org(), ticket.room().event(), line.token(), headers))
                .build();
    }

    static long pause(InLine line) {
        Long seconds = PlaceInLine.of(line).askAfterSeconds();
        return seconds == null ? SOON : seconds;
    }

    /// The ticket has done its work.
    Response done(Response answer, OrgId org, EventId event, HttpHeaders headers) {
        return WaitingCookie.token(headers).isEmpty()
                ? answer
                : Response.fromResponse(answer)
                        .cookie(WaitingCookie.forget(org, event, headers))
                        .build();
    }
}
