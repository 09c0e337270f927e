package io.turnout.adapters.http.operator;

import io.turnout.application.licensing.ShowLicenses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may hold live events, and how old that word is.
@Path("/v1/operator/licenses")
@Produces(MediaType.APPLICATION_JSON)
public final class LicensesResource {
    private static final int PAGE = 500;

    private final ShowLicenses showLicenses;

    public LicensesResource(ShowLicenses showLicenses) {
        this.showLicenses = showLicenses;
    }

    @GET
    @RolesAllowed(Role.MAY_READ)
    public Response licenses(@QueryParam("after") @Nullable String after) {
        var from = Optional.ofNullable(after).map(org -> OrgParameter.read("after", org));
        return Response.ok(LicensesView.of(showLicenses.show(from, PAGE), PAGE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
