package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.audit.ReadAudit;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was done by those who run the house, for auditors.
@Path("/v1/operator/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private static final int PAGE = 100;

    private final ReadAudit audit;

    public AuditResource(ReadAudit audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Role.MAY_AUDIT)
    public Response list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("about") @Nullable String org,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageParameters.size(limit, PAGE, AuditTrail.READ_MAX);
        AuditTrail.Query query =
                new AuditTrail.Query(
                        PageParameters.after(cursor, AuditResource::number).orElse(0L),
                        new AuditTrail.Period(instant("from", from), instant("to", to)),
                        Optional.ofNullable(org).map(AuditResource::org),
                        size);
        return Response.ok(AuditView.of(audit.page(query), size))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static OrgId org(String id) {
        return OrgParameter.read("about", id);
    }

    private static Long number(String cursor) {
        long number = Long.parseLong(cursor);
        if (number < 0) {
            throw new IllegalArgumentException("no record has such a number");
        }
        return number;
    }

    private static Optional<Instant> instant(String name, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeParseException refused) {
            throw Problem.invalid(name, "is an instant such as 2026-01-31T00:00:00Z").toException();
        }
    }
}
