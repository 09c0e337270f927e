package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.signin.Visitor;
import io.turnout.domain.operator.OperatorSession;
import io.turnout.domain.operator.SessionKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/// Who is signed in, and signing somebody out everywhere.
@Path("/operator/sessions")
public final class SessionsPage {
    private static final String PLACE = "/operator/sessions";

    private final Desk desk;

    SessionsPage(Desk desk) {
        this.desk = desk;
    }

    /// One session; `mine` is that of whoever looks.
    public record Row(
            String key,
            String subject,
            List<String> roles,
            String openedAt,
            String seenAt,
            boolean mine) {}

    /// All of them.
    public record Sheet(List<Row> rows) {}

    @GET
    @RolesAllowed(Role.MAY_SECURE)
    public Response show(@Context ContainerRequestContext request) {
        Visitor me = Visitor.of(request);
        List<Row> rows =
                desk.useCases().sessions().list().list().stream().map(one -> row(one, me)).toList();
        return desk.show(request, "sessions", new Sheet(rows));
    }

    private static Row row(OperatorSession session, Visitor me) {
        return new Row(
                session.key().value(),
                session.subject(),
                session.roles().stream().sorted().toList(),
                session.openedAt().toString(),
                session.seenAt().toString(),
                session.key().equals(me.session()));
    }

    @GET
    @Path("{session}/end")
    @RolesAllowed(Role.MAY_SECURE)
    public Response mayEnd(
            @PathParam("session") SessionKey session, @Context ContainerRequestContext request) {
        return desk.confirm(
                request,
                new Confirmation(
                        "Sign somebody out",
                        List.of(
                                "Every session of "
                                        + whose(session)
                                        + " ends with its next request, on every instance.",
                                "Whether they may sign in again, the sign-in service decides."),
                        PLACE + "/" + session + "/end",
                        Map.of(),
                        "Sign them out",
                        true,
                        PLACE));
    }

    @POST
    @Path("{session}/end")
    @RolesAllowed(Role.MAY_SECURE)
    public Response end(@PathParam("session") SessionKey session) {
        int ended = desk.useCases().sessions().revoke().revoke(whose(session));
        return Desk.done(PLACE, "signed-out", ended);
    }

    private String whose(SessionKey session) {
        return desk.useCases().sessions().list().list().stream()
                .filter(one -> one.key().equals(session))
                .findFirst()
                .map(OperatorSession::subject)
                .orElseThrow(
                        () -> Problem.of(ProblemType.NOT_FOUND, "no such session").toException());
    }
}
