package io.turnout.adapters.http.signin;

import io.turnout.adapters.http.operator.Operator;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.adapters.http.page.SamePlace;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.operator.FindSession;
import io.turnout.domain.operator.OperatorSession;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lets in to the pages of the dashboard whoever is signed in, and takes from them only forms that
/// a page of ours made for them: sent from here, with the token of their session.
@Priority(Priorities.AUTHENTICATION)
public final class SessionFilter implements ContainerRequestFilter {
    /// A page that renews itself says so: its operator does nothing meanwhile.
    private static final String LIVE = "Turnout-Live";

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String TOKEN = "csrf";

    private final FindSession sessions;
    private final SessionCookies cookies;

    public SessionFilter(FindSession sessions, DeskSettings settings) {
        this.sessions = sessions;
        this.cookies = new SessionCookies(settings.isSecure());
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        boolean reads = READING.contains(request.getMethod());
        boolean active = request.getHeaderString(LIVE) == null;
        Optional<SessionSecret> secret = cookies.session(request.getCookies());
        Optional<OperatorSession> session =
                secret.flatMap(shown -> sessions.find(shown.key(), active));
        if (session.isEmpty()) {
            request.abortWith(reads && active ? toSignIn(request) : unknown());
        } else if (!reads && !isOurForm(request, secret.orElseThrow())) {
            request.abortWith(
                    Problem.response(ProblemType.CSRF, "open the page anew and send its form"));
        } else {
            letIn(request, session.get(), secret.orElseThrow());
        }
    }

    private static Response toSignIn(ContainerRequestContext request) {
        var there = UriBuilder.fromPath(Places.SIGN_IN);
        String wanted = request.getUriInfo().getRequestUri().getRawPath();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        String then = Places.inside(query == null ? wanted : wanted + "?" + query);
        if (!then.equals(Places.HOME)) {
            there.queryParam("then", "{then}");
        }
        return Response.seeOther(there.build(then)).header("Cache-Control", "no-store").build();
    }

    private static Response unknown() {
        return Problem.response(ProblemType.UNAUTHENTICATED, "sign in at " + Places.SIGN_IN);
    }

    /// Reads the form, and puts it back for whom it is meant.
    private static boolean isOurForm(ContainerRequestContext request, SessionSecret secret)
            throws IOException {
        MediaType type = request.getMediaType();
        if (!SamePlace.sent(request::getHeaderString)
                || type == null
                || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return false;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return FormBody.read(body)
                .map(form -> form.one(TOKEN))
                .filter(secret::madeForm)
                .isPresent();
    }

    private void letIn(
            ContainerRequestContext request, OperatorSession session, SessionSecret secret) {
        Set<Role> roles =
                session.roles().stream()
                        .flatMap(word -> Role.of(word).stream())
                        .collect(Collectors.toSet());
        Operator operator = new Operator(session.subject(), roles);
        new Visitor(operator, session.key(), secret.formToken()).noteIn(request);
        request.setSecurityContext(new Signed(operator, cookies.secure()));
    }

    /// What the checks of roles ask.
    private record Signed(Operator operator, boolean secure) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return operator;
        }

        @Override
        public boolean isUserInRole(String role) {
            return operator.is(role);
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "SESSION";
        }
    }
}
