package io.turnout.adapters.http.operator;

import io.turnout.application.publishing.ShowCatalog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// How the catalogue of an org stands.
@Path("/v1/operator/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogResource {
    private final ShowCatalog showCatalog;

    public CatalogResource(ShowCatalog showCatalog) {
        this.showCatalog = showCatalog;
    }

    @GET
    @RolesAllowed(Role.MAY_READ)
    public Response catalogue(@QueryParam("org") @Nullable String org) {
        return Response.ok(CatalogView.of(showCatalog.show(OrgParameter.read("org", org))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
