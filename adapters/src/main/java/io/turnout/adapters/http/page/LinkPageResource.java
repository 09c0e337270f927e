package io.turnout.adapters.http.page;

import io.turnout.domain.org.OrgId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// Where the link in a mail leads: on to a page whose address holds no secret, which keeps it out
/// of the browser's history and of every address that is passed on. It changes nothing here, so
/// whatever scans mail may open it.
@Path("/o/{org}/i/{token}")
public final class LinkPageResource {
    private final InvitationDesk links;

    LinkPageResource(Desk desk) {
        this.links = new InvitationDesk(desk.useCases().links(), desk.pages());
    }

    @GET
    public Response open(
            @PathParam("org") OrgId org,
            @PathParam("token") String token,
            @Context HttpHeaders headers,
            @Context HttpServletRequest wire) {
        return links.with(
                org,
                token,
                wire,
                link ->
                        link.flatMap(id -> links.open(org, id))
                                .map(
                                        opened ->
                                                LinkCookie.move(
                                                        org, opened.link().event(), token, headers))
                                .orElseGet(links::unknown));
    }
}
