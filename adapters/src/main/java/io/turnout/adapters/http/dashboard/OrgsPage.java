package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.OrgsView;
import io.turnout.adapters.http.operator.OrgsView.ConnectedOrg;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.delivery.Arrears;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All organisations, a page at a time, and the way to one of them by its id.
@Path("/operator/orgs")
public final class OrgsPage {
    private static final int PAGE = 50;

    private final Desk desk;
    private final Connections connections;

    OrgsPage(Desk desk) {
        this.desk = desk;
        this.connections = new Connections(desk.useCases().connections().list());
    }

    /// One org in a line; `waiting` and `setAside` are what it is owed.
    public record Row(ConnectedOrg org, long waiting, long setAside) {}

    /// A page of them.
    public record Sheet(List<Row> rows, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_SECURE})
    public Response list(
            @QueryParam("org") @Nullable String org,
            @QueryParam("cursor") @Nullable String cursor,
            @Context ContainerRequestContext request) {
        if (org != null && !org.isBlank()) {
            URI there = URI.create("/operator/orgs/" + Fields.org(org.strip()));
            return Response.seeOther(there).build();
        }
        OrgsView page = connections.page(PageParameters.after(cursor, OrgId::new), PAGE);
        Map<String, Arrears.OfOrg> owed =
                desk.useCases().outbound().showArrears().show().stream()
                        .collect(Collectors.toMap(one -> one.org().value(), Function.identity()));
        return desk.show(
                request,
                "orgs",
                new Sheet(
                        page.orgs().stream().map(one -> row(one, owed.get(one.org()))).toList(),
                        page.next()));
    }

    private static Row row(ConnectedOrg org, Arrears.@Nullable OfOrg owed) {
        return owed == null ? new Row(org, 0, 0) : new Row(org, owed.waiting(), owed.setAside());
    }
}
