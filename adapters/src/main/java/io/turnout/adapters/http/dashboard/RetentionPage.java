package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.RetentionView;
import io.turnout.adapters.http.operator.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/// What retention has told and will delete.
@Path("/operator/retention")
public final class RetentionPage {
    private final Desk desk;

    RetentionPage(Desk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_SECURE})
    public Response show(@Context ContainerRequestContext request) {
        return desk.show(
                request, "retention", RetentionView.of(desk.useCases().retention().show().show()));
    }
}
