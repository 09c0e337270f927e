package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.operator.SetAsideView;
import io.turnout.adapters.http.operator.ShowsPeople;
import io.turnout.application.delivery.Outbox.SetAside;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Salesforce refused of an org, and owing it again. Salesforce's words may repeat what a
/// person typed: who may act sees them, whoever looks leaves a record, and the page does not renew
/// itself.
@Path("/operator/orgs/{org}/set-aside")
public final class SetAsidePage {
    private static final int LISTED = 20;

    private final Desk desk;

    SetAsidePage(Desk desk) {
        this.desk = desk;
    }

    /// What the page shows.
    public record Sheet(String org, SetAsideView rows) {}

    @GET
    @ShowsPeople
    @RolesAllowed(Role.MAY_READ)
    public Response show(@PathParam("org") OrgId org, @Context ContainerRequestContext request) {
        boolean acts = request.getSecurityContext().isUserInRole(Role.MAY_ACT);
        return desk.show(
                request, "set-aside", new Sheet(org.value(), SetAsideView.of(rows(org), acts)));
    }

    private List<SetAside> rows(OrgId org) {
        return desk.useCases().outbound().showDelivery().show(org, Optional.empty()).setAside();
    }

    @GET
    @Path("replay")
    @RolesAllowed(Role.MAY_ACT)
    public Response mayReplay(
            @PathParam("org") OrgId org,
            @QueryParam("attendee") @Nullable String attendee,
            @Context ContainerRequestContext request) {
        Optional<AttendeeId> one = Fields.attendee(attendee);
        List<SetAside> rows =
                rows(org).stream()
                        .filter(row -> one.isEmpty() || row.attendee().equals(one.get()))
                        .toList();
        return desk.confirm(
                request,
                new Confirmation(
                        "Owe it again",
                        changes(org, rows),
                        place(org) + "/replay" + one.map(id -> "?attendee=" + id).orElse(""),
                        Map.of(),
                        one.isPresent() ? "Replay this one" : "Replay all",
                        false,
                        place(org)));
    }

    private static List<String> changes(OrgId org, List<SetAside> rows) {
        List<String> changes = new ArrayList<>();
        changes.add(
                rows.size() + " of organisation " + org + " are sent again with its next calls:");
        rows.stream()
                .limit(LISTED)
                .map(row -> "attendee " + row.attendee() + ", refused as " + row.code())
                .forEach(changes::add);
        if (rows.size() > LISTED) {
            changes.add("and " + (rows.size() - LISTED) + " more");
        }
        changes.add("What Salesforce refuses again is set aside again.");
        return changes;
    }

    @POST
    @Path("replay")
    @RolesAllowed(Role.MAY_ACT)
    public Response replay(
            @PathParam("org") OrgId org, @QueryParam("attendee") @Nullable String attendee) {
        Optional<AttendeeId> one = Fields.attendee(attendee);
        int replayed = desk.useCases().outbound().replaySetAside().replay(org, one);
        return Desk.done(place(org), "replayed", replayed);
    }

    private static String place(OrgId org) {
        return OrgPage.place(org) + "/set-aside";
    }
}
