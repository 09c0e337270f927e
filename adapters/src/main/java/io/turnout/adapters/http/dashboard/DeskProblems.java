package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.signin.Visitor;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Tells whoever uses the dashboard in a page of it why something is not done.
final class DeskProblems implements ContainerResponseFilter {
    private static final String OURS = "operator";

    private final Desk desk;

    DeskProblems(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && request.getUriInfo().getPath().startsWith(OURS)) {
            Screen screen =
                    new Screen(
                            Visitor.in(request).map(visitor -> Me.of(visitor, request)),
                            problem,
                            Optional.empty(),
                            new Say(desk.clock().instant()));
            Response page =
                    Desk.dressed(desk.pages().show(response.getStatus(), "trouble", screen))
                            .build();
            response.setEntity(page.getEntity());
            page.getHeaders().forEach(response.getHeaders()::put);
        }
    }
}
