package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.WaitingRoom;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where visitors wait now; opening a room ahead of a sale, and letting everybody in.
@Path("/operator/waiting-rooms")
public final class WaitingRoomsPage {
    private static final String PLACE = "/operator/waiting-rooms";

    private final Desk desk;

    WaitingRoomsPage(Desk desk) {
        this.desk = desk;
    }

    /// One room: how many came, how many of them were called, and how fast.
    public record Row(
            String org,
            String event,
            boolean started,
            String startsAt,
            long issued,
            long called,
            long perSecond) {
        static Row of(WaitingRoom room) {
            return new Row(
                    room.id().org().value(),
                    room.id().event().value(),
                    room.started(),
                    room.startsAt().toString(),
                    room.numbers().issued(),
                    Math.min(room.front().called(), room.numbers().issued()),
                    Math.round(room.front().perSecond()));
        }
    }

    /// All that are open.
    public record Sheet(List<Row> rooms) {}

    @GET
    @RolesAllowed(Role.MAY_READ)
    public Response show(@Context ContainerRequestContext request) {
        List<Row> rooms = desk.useCases().waiting().list().list().stream().map(Row::of).toList();
        return desk.show(request, "waiting-rooms", new Sheet(rooms));
    }

    @GET
    @Path("open")
    @RolesAllowed(Role.MAY_ACT)
    public Response mayOpen(
            @QueryParam("org") @Nullable String org,
            @QueryParam("event") @Nullable String event,
            @Context ContainerRequestContext request) {
        OrgId ofOrg = Fields.org(org);
        EventId ofEvent = Fields.event(event);
        return desk.confirm(
                request,
                new Confirmation(
                        "Open a waiting room",
                        List.of(
                                "Whoever comes to event "
                                        + ofEvent
                                        + " of organisation "
                                        + ofOrg
                                        + " from now on waits in line.",
                                "The first are called at once, as fast as registrations are"
                                        + " taken."),
                        at("open", ofOrg, ofEvent),
                        Map.of(),
                        "Open it",
                        false,
                        PLACE));
    }

    @POST
    @Path("open")
    @RolesAllowed(Role.MAY_ACT)
    public Response open(
            @QueryParam("org") @Nullable String org,
            @QueryParam("event") @Nullable String event,
            @Context ContainerRequestContext request) {
        OrgId ofOrg = Fields.org(org);
        EventId ofEvent = Fields.event(event);
        if (desk.useCases().showEvent().show(ofOrg, ofEvent).isEmpty()) {
            return Problem.response(ProblemType.NOT_FOUND, "no such event");
        }
        return desk.useCases()
                        .waiting()
                        .open()
                        .open(ofOrg, ofEvent, Optional.empty(), Fields.hand(request))
                        .isPresent()
                ? Desk.done(PLACE, "gathered", 1)
                : Problem.response(ProblemType.RELOCATING, "nothing was opened");
    }

    @GET
    @Path("close")
    @RolesAllowed(Role.MAY_ACT)
    public Response mayClose(
            @QueryParam("org") @Nullable String org,
            @QueryParam("event") @Nullable String event,
            @Context ContainerRequestContext request) {
        OrgId ofOrg = Fields.org(org);
        EventId ofEvent = Fields.event(event);
        long waiting =
                desk.useCases().waiting().list().list().stream()
                        .filter(room -> room.id().org().equals(ofOrg))
                        .filter(room -> room.id().event().equals(ofEvent))
                        .map(Row::of)
                        .mapToLong(room -> room.issued() - room.called())
                        .sum();
        return desk.confirm(
                request,
                new Confirmation(
                        "Let everybody in",
                        List.of(
                                waiting
                                        + " who wait for event "
                                        + ofEvent
                                        + " of organisation "
                                        + ofOrg
                                        + " may come in at once.",
                                "If too many come, a new room opens by itself, and they stand in a"
                                        + " new line."),
                        at("close", ofOrg, ofEvent),
                        Map.of(),
                        "Let everybody in",
                        true,
                        PLACE));
    }

    @POST
    @Path("close")
    @RolesAllowed(Role.MAY_ACT)
    public Response close(
            @QueryParam("org") @Nullable String org,
            @QueryParam("event") @Nullable String event,
            @Context ContainerRequestContext request) {
        return desk.useCases()
                        .waiting()
                        .close()
                        .close(Fields.org(org), Fields.event(event), Fields.hand(request))
                ? Desk.done(PLACE, "let-in", 1)
                : Problem.response(ProblemType.NOT_FOUND, "nobody waits for this event");
    }

    private static String at(String what, OrgId org, EventId event) {
        return PLACE + "/" + what + "?org=" + org + "&event=" + event;
    }
}
