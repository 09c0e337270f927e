package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Correlation;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.flags.DriftNews;
import io.turnout.application.flags.FlagUseCases;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Switch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who has which feature and why, and the brakes: to pull back is for everybody who runs the
/// house, to let on is for releasers.
@Path("/v1/operator/flags")
@Produces(MediaType.APPLICATION_JSON)
public final class FlagsResource {
    private static final int PAGE = 50;

    private final FlagUseCases useCases;

    public FlagsResource(FlagUseCases useCases) {
        this.useCases = useCases;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response flags() {
        return shown(FlagsView.of(useCases.list().list(), useCases.show().show()));
    }

    @GET
    @Path("decisions")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response decisions(@QueryParam("org") @Nullable String org) {
        OrgId asked = OrgParameter.read("org", org);
        return shown(FlagDecisionsView.of(asked, useCases.explain().explain(asked)));
    }

    /// Of the last change, unless another is named.
    @GET
    @Path("applied")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response applied(@QueryParam("revision") @Nullable Long revision) {
        return useCases.applied()
                .show(revision == null ? useCases.show().show().revision() : revision)
                .map(applied -> shown(FlagAppliedView.of(applied)))
                .orElseGet(() -> Problem.response(ProblemType.NOT_FOUND, "no such revision"));
    }

    /// What others changed at the rollout server.
    @GET
    @Path("drift")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response drift(@QueryParam("limit") @Nullable String limit) {
        int size = PageParameters.size(limit, PAGE, DriftNews.LATEST_MAX);
        return shown(FlagDriftView.of(useCases.drift().show(size)));
    }

    /// Off for one org, for a wave's or for everybody, on every instance within a second.
    @POST
    @Path("{flag}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response rollBack(
            @PathParam("flag") String flag, @Context SecurityContext who, FlagAudienceForm form) {
        return changed(
                new FlagChange.Kill(known(flag), form.audience()), author(who, form.reason()));
    }

    /// Takes a roll-back back.
    @POST
    @Path("{flag}/lift")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_RELEASE)
    public Response lift(
            @PathParam("flag") String flag, @Context SecurityContext who, FlagAudienceForm form) {
        return changed(
                new FlagChange.Lift(known(flag), form.audience()), author(who, form.reason()));
    }

    /// Lets orgs have it without a plan.
    @POST
    @Path("{flag}/allow")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_RELEASE)
    public Response allow(
            @PathParam("flag") String flag, @Context SecurityContext who, FlagAudienceForm form) {
        return changed(
                new FlagChange.Allow(known(flag), form.audience()), author(who, form.reason()));
    }

    @POST
    @Path("{flag}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response withdraw(
            @PathParam("flag") String flag, @Context SecurityContext who, FlagAudienceForm form) {
        return changed(
                new FlagChange.Withdraw(known(flag), form.audience()), author(who, form.reason()));
    }

    /// Forces one org to a side, or takes that back.
    @POST
    @Path("{flag}/override")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_RELEASE)
    public Response override(
            @PathParam("flag") String flag, @Context SecurityContext who, OverrideForm form) {
        OrgId org = OrgParameter.read("org", form.org());
        Optional<Instant> until = Optional.ofNullable(form.until()).map(FlagsResource::instant);
        FlagChange change =
                form.to().equals("none")
                        ? new FlagChange.Release(known(flag), org)
                        : new FlagChange.Force(known(flag), org, side(form.to()), until);
        return changed(change, author(who, form.reason()));
    }

    private static Switch side(String word) {
        return Switch.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noSuchDay) {
            throw Problem.invalid("until", "is no day of the calendar").toException();
        }
    }

    private Flag known(String key) {
        return useCases.list()
                .list()
                .of(key)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "no such flag").toException());
    }

    private static Author author(SecurityContext who, String reason) {
        return new Author(
                Pseudonym.of(who.getUserPrincipal().getName()), reason, Correlation.current());
    }

    private Response changed(FlagChange change, Author author) {
        return shown(FlagChangeView.of(useCases.change().change(List.of(change), author)));
    }

    private static Response shown(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
