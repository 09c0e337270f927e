package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.LinkUploadView;
import io.turnout.adapters.http.operator.LinkUploadsView;
import io.turnout.adapters.http.operator.LinksView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the links of an org stand: those that are made for whom it invites, and those it brings.
@Path("/operator/links")
public final class LinksPage {
    private static final String PLACE = "/operator/links";

    private final Desk desk;
    private final Connections connections;

    LinksPage(Desk desk) {
        this.desk = desk;
        this.connections = new Connections(desk.useCases().connections().list());
    }

    /// The orgs to choose from, and the one that was chosen.
    public record Sheet(List<String> orgs, Optional<OfOrg> chosen) {}

    /// The links of one org.
    public record OfOrg(String org, LinksView links, List<LinkUploadView> uploads) {}

    @GET
    @RolesAllowed(Role.MAY_READ)
    public Response show(
            @QueryParam("org") @Nullable String org, @Context ContainerRequestContext request) {
        List<String> orgs = connections.all().stream().map(one -> one.org()).toList();
        Optional<OrgId> chosen =
                org == null || org.isBlank()
                        ? orgs.stream().findFirst().map(OrgId::new)
                        : Optional.of(Fields.org(org.strip()));
        return desk.show(request, "links", new Sheet(orgs, chosen.map(this::links)));
    }

    private OfOrg links(OrgId org) {
        return new OfOrg(
                org.value(),
                LinksView.of(desk.useCases().minting().show().show(org)),
                LinkUploadsView.of(desk.useCases().links().uploads().showAll().show(org))
                        .uploads());
    }

    @GET
    @Path("replay")
    @RolesAllowed(Role.MAY_ACT)
    public Response mayReplay(
            @QueryParam("org") @Nullable String org, @Context ContainerRequestContext request) {
        OrgId one = Fields.org(org);
        long aside = desk.useCases().minting().show().show(one).tally().setAside();
        return desk.confirm(
                request,
                new Confirmation(
                        "Owe addresses again",
                        List.of(
                                aside
                                        + " records of organisation "
                                        + one
                                        + " that did not take their address are written again."),
                        PLACE + "/replay?org=" + one,
                        Map.of(),
                        "Owe them again",
                        false,
                        PLACE + "?org=" + one));
    }

    @POST
    @Path("replay")
    @RolesAllowed(Role.MAY_ACT)
    public Response replay(@QueryParam("org") @Nullable String org) {
        OrgId one = Fields.org(org);
        int replayed = desk.useCases().minting().replay().replay(one, Optional.empty());
        return Desk.done(PLACE + "?org=" + one, "links", replayed);
    }
}
