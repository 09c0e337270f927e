package io.turnout.adapters.http.operator;

import io.turnout.application.attendeelink.MintUseCases;
import io.turnout.application.attendeelink.ShowUploads;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// How the links of an org stand: those that are made for whom it invites, and those it brings.
/// Nothing of it shows people.
@Path("/v1/operator")
@Produces(MediaType.APPLICATION_JSON)
public final class LinksResource {
    private final MintUseCases minting;
    private final ShowUploads showUploads;

    public LinksResource(MintUseCases minting, ShowUploads showUploads) {
        this.minting = minting;
        this.showUploads = showUploads;
    }

    @GET
    @Path("links")
    @RolesAllowed(Role.MAY_READ)
    public Response links(@QueryParam("org") @Nullable String org) {
        return shown(LinksView.of(minting.show().show(OrgParameter.read("org", org))));
    }

    @POST
    @Path("links/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_ACT)
    public Response replay(LinkReplayForm form) {
        int replayed = minting.replay().replay(new OrgId(form.org()), form.invitee());
        return shown(new ReplayView(replayed));
    }

    @GET
    @Path("link-uploads")
    @RolesAllowed(Role.MAY_READ)
    public Response uploads(@QueryParam("org") @Nullable String org) {
        return shown(LinkUploadsView.of(showUploads.show(OrgParameter.read("org", org))));
    }

    private static Response shown(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
