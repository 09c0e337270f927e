package io.turnout.adapters.http;

import io.turnout.adapters.http.lane.Guesses;
import io.turnout.adapters.http.wire.ShortWay;
import io.turnout.application.attendeelink.OpenLink;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.domain.org.OrgId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What stands behind a link, for whoever has it. It changes nothing, so whatever scans mail may
/// ask.
@Path("/v1/orgs/{org}/links/{token}")
@Produces(MediaType.APPLICATION_JSON)
public final class LinkResource {
    private final OpenLink openLink;
    private final LinkDoor door;
    private final ManageTokens tokens;

    LinkResource(OpenLink openLink, LinkDoor door, ManageTokens tokens) {
        this.openLink = openLink;
        this.door = door;
        this.tokens = tokens;
    }

    @GET
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("token") String token,
            @Context HttpServletRequest wire) {
        return show(org, token, wire::getAttribute);
    }

    /// The same, for whom the long way is too long.
    ShortWay.Look shortWay() {
        return new ShortWay.Look("links", "{token}", this::show);
    }

    private Response show(OrgId org, String token, Function<String, @Nullable Object> notes) {
        return door.read(org, token, Guesses.of(notes))
                .flatMap(link -> openLink.open(org, link))
                .map(
                        opened ->
                                Response.ok(LinkView.of(opened, tokens))
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build())
                .orElseGet(() -> Refusals.unknown("link"));
    }
}
