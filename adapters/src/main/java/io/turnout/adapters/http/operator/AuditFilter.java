package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Correlation;
import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records who asks for what before it is done, so that nothing is done unrecorded, and what came
/// of it afterwards. When the first cannot be kept, nothing is done. Bodies are never recorded.
@Priority(Priorities.USER)
final class AuditFilter
        implements ContainerRequestFilter, ContainerResponseFilter, ReaderInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private static final String ASKED = "asked";
    private static final String ORG = "org";
    private static final String FORM_ORG = "io.turnout.audit-org";

    /// What ids and hosts are made of; anything else was typed by somebody, and is left out.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private final AuditTrail trail;
    private final String template;

    AuditFilter(AuditTrail trail, String template) {
        this.trail = trail;
        this.template = template;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var _ = trail.append(entry(request, ASKED));
    }

    /// A form may say what the path does not: of which org.
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object form = context.proceed();
        if (form instanceof OfOrg one && one.org() != null) {
            context.setProperty(FORM_ORG, one.org());
        }
        return form;
    }

    /// Also for those whose role does not let them: that they asked is what matters then.
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getSecurityContext().getUserPrincipal() instanceof Operator)) {
            return;
        }
        try {
            var _ = trail.append(entry(request, Integer.toString(response.getStatus())));
        } catch (RuntimeException lost) {
            // It was asked for, and that is recorded; it is done, so the answer stays a yes.
            LOG.error("what came of {} is in no trail", template, lost);
        }
    }

    private AuditEntry entry(ContainerRequestContext request, String outcome) {
        UriInfo uri = request.getUriInfo();
        String subject =
                uri.getPathParameters().entrySet().stream()
                        .map(one -> one.getKey() + "=" + id(one.getValue().getFirst()))
                        .sorted()
                        .collect(Collectors.joining(" "));
        return new AuditEntry(
                Pseudonym.of(request.getSecurityContext().getUserPrincipal().getName()),
                request.getMethod() + " " + template,
                org(request),
                AuditEntry.admits(subject) ? subject : "",
                outcome,
                Correlation.current());
    }

    private static String id(String value) {
        return ID.matcher(value).matches() ? value : "?";
    }

    private static Optional<OrgId> org(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String said = uri.getPathParameters().getFirst(ORG);
        String asked = said == null ? uri.getQueryParameters().getFirst(ORG) : said;
        Object org = asked == null ? request.getProperty(FORM_ORG) : asked;
        try {
            return Optional.ofNullable(org).map(Object::toString).map(OrgId::new);
        } catch (IllegalArgumentException noOrg) {
            return Optional.empty();
        }
    }
}
