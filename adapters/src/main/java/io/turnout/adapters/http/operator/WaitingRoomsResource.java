package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.WaitingRoomView;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.publishing.ShowEvent;
import io.turnout.application.waitingroom.WaitingUseCases;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Waiting rooms that are opened ahead of a sale, and closed before they would close themselves.
@Path("/v1/operator/waiting-rooms")
@Produces(MediaType.APPLICATION_JSON)
public final class WaitingRoomsResource {
    private final WaitingUseCases useCases;
    private final ShowEvent showEvent;

    public WaitingRoomsResource(WaitingUseCases useCases, ShowEvent showEvent) {
        this.useCases = useCases;
        this.showEvent = showEvent;
    }

    /// One that is open already stays as it is.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_ACT)
    public Response open(@Context SecurityContext operator, WaitingRoomForm form) {
        OrgId org = new OrgId(form.org());
        EventId event = new EventId(form.event());
        Optional<Instant> startsAt = startsAt(form.startsAt());
        if (showEvent.show(org, event).isEmpty()) {
            return Problem.response(ProblemType.NOT_FOUND, "no such event");
        }
        return useCases.open()
                .open(org, event, startsAt, Authors.hand(operator))
                .flatMap(_ -> useCases.show().show(org, event))
                .map(shown -> Response.ok(WaitingRoomView.of(shown)))
                .map(answer -> answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(
                        () ->
                                Problem.response(
                                        ProblemType.RELOCATING,
                                        "the org is not written here now, or has no waiting"
                                                + " rooms"));
    }

    private static Optional<Instant> startsAt(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(OffsetDateTime::parse)
                    .map(time -> time.toInstant());
        } catch (DateTimeException noSuchDay) {
            throw Problem.invalid("startsAt", "is no day of the calendar").toException();
        }
    }

    @DELETE
    @RolesAllowed(Role.MAY_ACT)
    public Response close(
            @Context SecurityContext operator,
            @QueryParam("org") @Nullable String org,
            @QueryParam("event") @Nullable String event) {
        OrgId ofOrg = OrgParameter.read("org", org);
        return useCases.close().close(ofOrg, event(event), Authors.hand(operator))
                ? Response.noContent().build()
                : Problem.response(ProblemType.NOT_FOUND, "nobody waits for this event");
    }

    private static EventId event(@Nullable String id) {
        try {
            if (id != null) {
                return new EventId(id);
            }
        } catch (IllegalArgumentException refused) {
            // Falls through to the one answer for every id that is none.
        }
        throw Problem.invalid("event", "is the id of an event").toException();
    }
}
