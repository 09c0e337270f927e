package io.turnout.adapters.http.operator;

import io.turnout.application.delivery.ReplaySetAside;
import io.turnout.application.delivery.ShowDelivery;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is owed to an org, for those who run the house.
@Path("/v1/operator")
@Produces(MediaType.APPLICATION_JSON)
public final class OutboxResource {
    private final ShowDelivery showDelivery;
    private final ReplaySetAside replaySetAside;

    public OutboxResource(ShowDelivery showDelivery, ReplaySetAside replaySetAside) {
        this.showDelivery = showDelivery;
        this.replaySetAside = replaySetAside;
    }

    @GET
    @Path("outbox")
    @RolesAllowed(Role.MAY_READ)
    public Response outbox(@QueryParam("org") @Nullable String org) {
        return shown(OutboxView.of(delivery(org)));
    }

    @GET
    @Path("set-aside")
    @ShowsPeople
    @RolesAllowed(Role.MAY_READ)
    public Response setAside(
            @QueryParam("org") @Nullable String org, @Context SecurityContext caller) {
        boolean acts = caller.isUserInRole(Role.MAY_ACT);
        return shown(SetAsideView.of(delivery(org).setAside(), acts));
    }

    @POST
    @Path("set-aside/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_ACT)
    public Response replay(ReplayForm form) {
        return shown(new ReplayView(replaySetAside.replay(new OrgId(form.org()), form.row())));
    }

    private ShowDelivery.View delivery(@Nullable String org) {
        return showDelivery.show(OrgParameter.read("org", org), Optional.empty());
    }

    private static Response shown(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
