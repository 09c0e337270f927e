package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.LicensesView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Who may hold live events, and how fresh that is.
@Path("/operator/licences")
public final class LicencesPage {
    private static final int PAGE = 100;

    private final Desk desk;

    LicencesPage(Desk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed(Role.MAY_READ)
    public Response show(
            @QueryParam("cursor") @Nullable String cursor,
            @Context ContainerRequestContext request) {
        var after = PageParameters.after(cursor, OrgId::new);
        return desk.show(
                request,
                "licences",
                LicensesView.of(desk.useCases().inbound().showLicenses().show(after, PAGE), PAGE));
    }
}
