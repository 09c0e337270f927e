package io.turnout.adapters.http.operator;

import io.dropwizard.auth.AuthFilter;
import io.dropwizard.auth.Authenticator;
import io.dropwizard.auth.UnauthorizedHandler;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/// Operators show a bearer token in the header. Dropwizard's own filter would take it from the
/// query as well, where logs and histories keep it.
@Priority(Priorities.AUTHENTICATION)
public final class BearerFilter extends AuthFilter<String, Operator> {
    private static final String SCHEME = "Bearer";

    public BearerFilter(Authenticator<String, Operator> operators) {
        this.prefix = SCHEME;
        this.authenticator = operators;
        this.authorizer = (operator, word, _) -> operator.is(word);
        this.unauthorizedHandler =
                new UnauthorizedHandler() {
                    @Override
                    public Response buildResponse(String prefix, String realm) {
                        return Problem.response(
                                ProblemType.UNAUTHENTICATED, "a valid bearer token is needed");
                    }
                };
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String start = prefix + " ";
        boolean shown = header != null && header.regionMatches(true, 0, start, 0, start.length());
        String token = shown ? header.substring(start.length()).strip() : null;
        if (!authenticate(request, token, SecurityContext.BASIC_AUTH)) {
            throw unauthorizedHandler.buildException(prefix, realm);
        }
    }
}
