package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.Visitor;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;

/// Who looks at a page, what they may do, and where they can go. What a page does not offer is
/// refused all the same.
public record Me(
        String name,
        List<String> roles,
        String token,
        String here,
        String address,
        List<Nav.Group> nav,
        boolean reads,
        boolean acts,
        boolean secures,
        boolean releases,
        boolean proposes,
        boolean judges) {
    static Me of(Visitor visitor, ContainerRequestContext request) {
        var operator = visitor.operator();
        return new Me(
                operator.subject(),
                operator.roles().stream().map(Role::word).sorted().toList(),
                visitor.formToken(),
                "/" + request.getUriInfo().getPath(),
                address(request),
                Nav.of(operator),
                operator.is(Role.MAY_READ),
                operator.is(Role.MAY_ACT),
                operator.is(Role.MAY_SECURE),
                operator.is(Role.MAY_RELEASE),
                operator.is(Role.MAY_PROPOSE),
                operator.is(Role.MAY_JUDGE));
    }

    /// Where the page is found again, without what it said was just done.
    private static String address(ContainerRequestContext request) {
        return request.getUriInfo()
                .getRequestUriBuilder()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("done")
                .replaceQueryParam("many")
                .build()
                .toString();
    }
}
