package io.turnout.adapters.http.operator;

import io.turnout.application.retention.ShowNotices;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What retention has told and will delete.
@Path("/v1/operator/retention")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionResource {
    private final ShowNotices notices;

    public RetentionResource(ShowNotices notices) {
        this.notices = notices;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_SECURE})
    public Response show() {
        return Response.ok(RetentionView.of(notices.show()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
