package io.turnout.adapters.http;

import io.turnout.adapters.http.problem.PlaceInLine;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Call;
import io.turnout.application.waitingroom.JoinLine;
import io.turnout.application.waitingroom.ReadTicket;
import io.turnout.application.waitingroom.WaitingUseCases;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.waitingroom.Ticket;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends who must wait to the end of the line, or tells where in it the ticket stands that came
/// with the request.
final class WaitingLine {
    private final ReadTicket readTicket;
    private final JoinLine joinLine;

    WaitingLine(WaitingUseCases useCases) {
        this.readTicket = useCases.readTicket();
        this.joinLine = useCases.join();
    }

    /// What is no ticket of this event is as good as none.
    Optional<Ticket> ticket(OrgId org, EventId event, @Nullable String token) {
        return token == null ? Optional.empty() : readTicket.read(org, event, token);
    }

    Optional<Ticket> ticket(Call call) {
        return ticket(call.org(), call.event(), call.ticket());
    }

    Response refusal(OrgId org, EventId event, Optional<Ticket> ticket, MustWait must) {
        Optional<Ticket> stillGood =
                must.cause() == MustWait.Cause.TICKET_USED ? Optional.empty() : ticket;
        return Problem.mustWait(
                joinLine.join(org, event, stillGood)
                        .map(PlaceInLine::of)
                        .orElse(PlaceInLine.NOBODY_WAITS));
    }
}
