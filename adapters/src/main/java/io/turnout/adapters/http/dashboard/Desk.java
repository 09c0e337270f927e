package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.page.Pages;
import io.turnout.adapters.http.signin.Visitor;
import io.turnout.application.UseCases;
import io.turnout.application.registration.IdSource;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// What the pages of the dashboard stand on. They show and do what the use cases do, and nothing
/// around them. `clock` only says how long ago something was.
record Desk(UseCases useCases, IdSource ids, InstantSource clock, Health health, Pages pages) {
    /// The page `name`.ftlh, with `view` in the frame that this visitor sees.
    Response show(ContainerRequestContext request, String name, Object view) {
        return show(200, request, name, view);
    }

    Response show(int status, ContainerRequestContext request, String name, Object view) {
        Screen screen =
                new Screen(
                        Optional.of(Me.of(Visitor.of(request), request)),
                        view,
                        Said.of(request.getUriInfo().getQueryParameters()),
                        new Say(clock.instant()));
        return dressed(pages.show(status, name, screen)).build();
    }

    /// What is about to be done, for whoever asked to confirm. Nothing was done yet.
    Response confirm(ContainerRequestContext request, Confirmation confirmation) {
        return show(request, "confirm", confirmation);
    }

    /// Back to where it was asked for, which says what was done.
    static Response done(String place, String what, long many) {
        String mark = place.contains("?") ? "&" : "?";
        return Response.seeOther(URI.create(place + mark + "done=" + what + "&many=" + many))
                .header("Cache-Control", "no-store")
                .build();
    }

    static Response.ResponseBuilder dressed(Response.ResponseBuilder page) {
        return page.header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}
