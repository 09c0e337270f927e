package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.application.delivery.Arrears;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// What all orgs are owed.
@Path("/operator/outbox")
public final class OutboxPage {
    private static final int SHOWN = 200;

    private final Desk desk;

    OutboxPage(Desk desk) {
        this.desk = desk;
    }

    /// Those that are owed most; `more` orgs are owed less.
    public record Sheet(List<Arrears.OfOrg> orgs, int more) {}

    @GET
    @RolesAllowed(Role.MAY_READ)
    public Response show(@Context ContainerRequestContext request) {
        List<Arrears.OfOrg> all = desk.useCases().outbound().showArrears().show();
        return desk.show(
                request,
                "outbox",
                new Sheet(all.stream().limit(SHOWN).toList(), Math.max(0, all.size() - SHOWN)));
    }
}
