package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.HostsView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which hosts are whose, and the switch of each.
@Path("/operator/hosts")
public final class HostsPage {
    private static final String PLACE = "/operator/hosts";
    private static final int PAGE = 50;

    private final Desk desk;

    HostsPage(Desk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_ACT, Role.MAY_SECURE})
    public Response show(
            @QueryParam("cursor") @Nullable String cursor,
            @Context ContainerRequestContext request) {
        var after = PageParameters.after(cursor, HostName::new);
        return desk.show(
                request,
                "hosts",
                HostsView.of(desk.useCases().hosts().list().list(after, PAGE), PAGE));
    }

    @GET
    @Path("{host}/close")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response mayClose(
            @PathParam("host") HostName host, @Context ContainerRequestContext request) {
        return desk.confirm(
                request,
                new Confirmation(
                        "Close this host",
                        List.of(
                                "Whoever opens " + host + " is told that it is closed.",
                                "It holds on every instance within two seconds.",
                                "Who is registered stays registered. The organisation's events are"
                                        + " still served under our own name."),
                        at(host, "close"),
                        Map.of(),
                        "Close it",
                        true,
                        PLACE));
    }

    @POST
    @Path("{host}/close")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response close(
            @PathParam("host") HostName host, @Context ContainerRequestContext request) {
        return turned(host, HostState.CLOSED, "closed", request);
    }

    @GET
    @Path("{host}/open")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response mayOpen(
            @PathParam("host") HostName host, @Context ContainerRequestContext request) {
        return desk.confirm(
                request,
                new Confirmation(
                        "Open this host again",
                        List.of("Visitors of " + host + " are served again within two seconds."),
                        at(host, "open"),
                        Map.of(),
                        "Open it",
                        false,
                        PLACE));
    }

    @POST
    @Path("{host}/open")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response open(
            @PathParam("host") HostName host, @Context ContainerRequestContext request) {
        return turned(host, HostState.OPEN, "opened", request);
    }

    private Response turned(
            HostName host, HostState state, String done, ContainerRequestContext request) {
        return desk.useCases().hosts().turn().turn(host, state, Fields.hand(request)).isPresent()
                ? Desk.done(PLACE, done, 1)
                : Problem.response(ProblemType.NOT_FOUND, "no such host");
    }

    private static String at(HostName host, String what) {
        return PLACE + "/" + host + "/" + what;
    }
}
