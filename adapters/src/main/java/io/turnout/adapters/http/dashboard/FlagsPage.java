package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.FlagAppliedView;
import io.turnout.adapters.http.operator.FlagsView;
import io.turnout.adapters.http.operator.FlagsView.FlagView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.flags.DriftNews;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The brakes of every feature: to pull one back is for everybody who runs the house, to let it on
/// again is for releasers. The page says on how many instances the last change holds, and how long
/// that took.
@Path("/operator/flags")
public final class FlagsPage {
    private static final String PLACE = "/operator/flags";

    private final Desk desk;

    FlagsPage(Desk desk) {
        this.desk = desk;
    }

    /// What the page shows; `applied` is of the last change.
    public record Sheet(
            List<FlagView> flags,
            long revision,
            Optional<FlagAppliedView> applied,
            List<Drift> drift) {}

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response show(@Context ContainerRequestContext request) {
        var flags = desk.useCases().flags();
        FlagsView all = FlagsView.of(flags.list().list(), flags.show().show());
        return desk.show(
                request,
                "flags",
                new Sheet(
                        all.flags(),
                        all.revision(),
                        flags.applied().show(all.revision()).map(FlagAppliedView::of),
                        flags.drift().show(DriftNews.LATEST_MAX)));
    }

    @GET
    @Path("{flag}/kill")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response mayKill(
            @PathParam("flag") String flag,
            @QueryParam("org") @Nullable String org,
            @Context ContainerRequestContext request) {
        Flag one = known(flag);
        return desk.confirm(
                request,
                new Confirmation(
                                "Pull it back",
                                List.of(
                                        one.key()
                                                + " goes off for "
                                                + whom(org)
                                                + ", within a second, on every instance.",
                                        "What was done with it meanwhile is kept.",
                                        "It stays off, whatever plans say, until a releaser lifts"
                                                + " that."),
                                at(one, "kill", org),
                                Map.of(),
                                "Pull it back now",
                                true,
                                PLACE)
                        .withReason());
    }

    @POST
    @Path("{flag}/kill")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response kill(
            @PathParam("flag") String flag,
            @QueryParam("org") @Nullable String org,
            byte[] body,
            @Context ContainerRequestContext request) {
        FlagChange kill = new FlagChange.Kill(known(flag), audience(org));
        return changed(kill, body, request, "killed");
    }

    @GET
    @Path("{flag}/lift")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response mayLift(
            @PathParam("flag") String flag,
            @QueryParam("org") @Nullable String org,
            @Context ContainerRequestContext request) {
        Flag one = known(flag);
        return desk.confirm(
                request,
                new Confirmation(
                                "Let it on again",
                                List.of(
                                        one.key() + " is no longer held off for " + whom(org) + ".",
                                        "Who has it then is what plans and overrides say."),
                                at(one, "lift", org),
                                Map.of(),
                                "Lift it",
                                false,
                                PLACE)
                        .withReason());
    }

    @POST
    @Path("{flag}/lift")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response lift(
            @PathParam("flag") String flag,
            @QueryParam("org") @Nullable String org,
            byte[] body,
            @Context ContainerRequestContext request) {
        FlagChange lift = new FlagChange.Lift(known(flag), audience(org));
        return changed(lift, body, request, "lifted");
    }

    private Response changed(
            FlagChange change, byte[] body, ContainerRequestContext request, String done) {
        Author author = Fields.author(request, Fields.form(body));
        FlagOverlay.Kept kept = desk.useCases().flags().change().change(List.of(change), author);
        return Desk.done(PLACE, done, kept.revision());
    }

    private Flag known(String key) {
        return desk.useCases()
                .flags()
                .list()
                .list()
                .of(key)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "no such flag").toException());
    }

    private static Audience audience(@Nullable String org) {
        return org == null ? Audience.everybody() : Audience.of(Fields.org(org));
    }

    private static String whom(@Nullable String org) {
        return org == null ? "every organisation" : "organisation " + Fields.org(org);
    }

    private static String at(Flag flag, String verb, @Nullable String org) {
        return PLACE
                + "/"
                + flag.key()
                + "/"
                + verb
                + (org == null ? "" : "?org=" + Fields.org(org));
    }
}
