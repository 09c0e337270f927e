package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.AuditExport;
import io.turnout.adapters.http.operator.AuditView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.audit.AuditTrail.Period;
import io.turnout.application.audit.ReadAudit;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What operators did, the newest first, for a period and an org; and the same as a file, whole and
/// in its order.
@Path("/operator/audit")
public final class AuditPage {
    private static final int PAGE = 50;

    private final Desk desk;

    AuditPage(Desk desk) {
        this.desk = desk;
    }

    /// What was asked for, as it was typed into the form: times of UTC to the minute.
    public static final class Filter {
        @QueryParam("from")
        private @Nullable String from;

        @QueryParam("to")
        private @Nullable String to;

        @QueryParam("org")
        private @Nullable String org;

        Period period() {
            return new Period(instant("from", from), instant("to", to));
        }

        Optional<OrgId> about() {
            return org == null || org.isBlank()
                    ? Optional.empty()
                    : Optional.of(Fields.org(org.strip()));
        }

        private static Optional<Instant> instant(String field, @Nullable String text) {
            try {
                return text == null || text.isBlank()
                        ? Optional.empty()
                        : Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException none) {
                throw Problem.invalid(field, "is a time such as 2026-01-31T00:00").toException();
            }
        }

        public String from() {
            return from == null ? "" : from;
        }

        public String to() {
            return to == null ? "" : to;
        }

        public String org() {
            return org == null ? "" : org;
        }

        public boolean asks() {
            return !(from() + to() + org()).isBlank();
        }
    }

    /// A page of records; `older` is where the one after it begins.
    public record Sheet(Filter filter, List<AuditView.Line> records, @Nullable String older) {}

    @GET
    @RolesAllowed(Role.MAY_AUDIT)
    public Response show(
            @BeanParam Filter filter,
            @QueryParam("before") @Nullable String before,
            @Context ContainerRequestContext request) {
        long bound = PageParameters.after(before, AuditPage::number).orElse(Long.MAX_VALUE);
        List<AuditView.Line> lines =
                read().newest(bound, filter.period(), filter.about(), PAGE).stream()
                        .map(AuditView.Line::of)
                        .toList();
        String older = lines.size() < PAGE ? null : Long.toString(lines.getLast().number());
        return desk.show(request, "audit", new Sheet(filter, lines, older));
    }

    private static Long number(String text) {
        return Long.valueOf(text);
    }

    private ReadAudit read() {
        return desk.useCases().audit().read();
    }

    /// All that the filter finds, written as it is read.
    @GET
    @Path("export.{format: csv|json}")
    @RolesAllowed(Role.MAY_AUDIT)
    public Response export(@BeanParam Filter filter, @PathParam("format") String format) {
        boolean csv = format.equals("csv");
        AuditTrail.Query query =
                new AuditTrail.Query(0, filter.period(), filter.about(), AuditTrail.READ_MAX);
        StreamingOutput body =
                stream -> {
                    Writer out =
                            new BufferedWriter(
                                    new OutputStreamWriter(stream, StandardCharsets.UTF_8));
                    long _ = read().all(query, (csv ? AuditExport.CSV : AuditExport.JSON).to(out));
                    out.flush();
                };
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        csv ? "text/csv;charset=utf-8" : "application/x-ndjson;charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"audit." + (csv ? "csv" : "jsonl") + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
