package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.application.rollout.RolloutUseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/// When everybody who waits is switched, and when nobody is.
@Path("/operator/calendar")
public final class CalendarPage {
    private final Desk desk;

    CalendarPage(Desk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response show(@Context ContainerRequestContext request) {
        RolloutUseCases rollouts = desk.useCases().rollouts();
        CalendarGrid grid =
                CalendarGrid.of(
                        rollouts.calendar().show(),
                        rollouts.profiles().list(),
                        desk.clock().instant());
        return desk.show(request, "calendar", grid);
    }
}
