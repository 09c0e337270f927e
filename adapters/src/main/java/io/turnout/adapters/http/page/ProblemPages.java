package io.turnout.adapters.http.page;

import io.turnout.adapters.http.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Tells a browser in a page what it would not read as JSON. Whoever does not ask for HTML by name
/// gets the problem as it is, and so does whoever asks the API, whatever they ask for.
final class ProblemPages implements ContainerResponseFilter {
    private static final int SERVER = 500;
    private static final String API = "v1/";

    /// Which tells operators itself, in its own frame.
    private static final String DASHBOARD = "operator";

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && wantsPage(request)) {
            ProblemSheet sheet = sheet(problem);
            Response page = pages.show(response.getStatus(), "problem", sheet).build();
            response.setEntity(page.getEntity());
            page.getHeaders().forEach(response.getHeaders()::put);
            response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
    }

    private static ProblemSheet sheet(Problem problem) {
        return problem.status() < SERVER
                ? new ProblemSheet(problem.title(), problem.detail())
                : new ProblemSheet(
                        "Something went wrong on our side",
                        "Please try again in a moment. What you were told is kept stays kept."
                                + " If you ask us about it, name "
                                + problem.instance()
                                + ".");
    }

    private static boolean wantsPage(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return !path.startsWith(API)
                && !path.startsWith(DASHBOARD)
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(
                                type ->
                                        type.getType().equals("text")
                                                && type.isCompatible(MediaType.TEXT_HTML_TYPE)
                                                && !type.isWildcardSubtype());
    }
}
