package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.FeaturesView;
import io.turnout.adapters.http.operator.BudgetView;
import io.turnout.adapters.http.operator.CatalogView;
import io.turnout.adapters.http.operator.ConnectionReportView;
import io.turnout.adapters.http.operator.ConnectionView;
import io.turnout.adapters.http.operator.FlagDecisionsView;
import io.turnout.adapters.http.operator.LinksView;
import io.turnout.adapters.http.operator.OutboxView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.OutboundUseCases;
import io.turnout.application.UseCases;
import io.turnout.application.delivery.CallBudget.Quarter;
import io.turnout.domain.event.EventId;
import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
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
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that is known of one organisation, and what can be done for it.
@Path("/operator/orgs/{org}")
public final class OrgPage {
    /// A test waits for Salesforce; more at once would only wait for each other.
    private static final int TESTS_MAX = 4;

    private final Desk desk;
    private final Semaphore tests = new Semaphore(TESTS_MAX);

    OrgPage(Desk desk) {
        this.desk = desk;
    }

    /// What the page shows. An org without `connection` is not connected.
    public record Sheet(
            String org,
            Optional<ConnectionView> connection,
            Optional<License> license,
            OutboxView outbox,
            BudgetView budget,
            List<Quarter> calls,
            CatalogView catalogue,
            LinksView links,
            FlagDecisionsView features,
            Map<String, FeaturesView.FeatureView> choices) {}

    /// What a test of its connection found.
    public record Tested(String org, ConnectionReportView report) {}

    @GET
    @RolesAllowed(Role.MAY_READ)
    public Response show(@PathParam("org") OrgId org, @Context ContainerRequestContext request) {
        UseCases all = desk.useCases();
        OutboundUseCases outbound = all.outbound();
        return desk.show(
                request,
                "org",
                new Sheet(
                        org.value(),
                        all.connections().show().show(org).map(ConnectionView::of),
                        all.inbound().showLicense().show(org),
                        OutboxView.of(outbound.showDelivery().show(org, Optional.empty())),
                        BudgetView.of(outbound.showBudget().show(org)),
                        outbound.showCalls().show(org),
                        CatalogView.of(all.inbound().showCatalog().show(org)),
                        LinksView.of(all.minting().show().show(org)),
                        FlagDecisionsView.of(org, all.flags().explain().explain(org)),
                        choices(org)));
    }

    /// What the org said of features, by the key of each.
    private Map<String, FeaturesView.FeatureView> choices(OrgId org) {
        return desk.useCases().rollouts().offers().show(org).stream()
                .flatMap(offers -> FeaturesView.of(org, offers).features().stream())
                .collect(Collectors.toMap(FeaturesView.FeatureView::feature, one -> one));
    }

    @POST
    @Path("test")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response test(@PathParam("org") OrgId org, @Context ContainerRequestContext request) {
        if (!tests.tryAcquire()) {
            return Problem.response(ProblemType.OVERLOADED, "other tests are running");
        }
        try {
            var report = desk.useCases().connections().test().test(org);
            Tested tested = new Tested(org.value(), ConnectionReportView.of(org, report));
            return desk.show(request, "tested", tested);
        } finally {
            tests.release();
        }
    }

    @GET
    @Path("compare")
    @RolesAllowed(Role.MAY_ACT)
    public Response mayCompare(
            @PathParam("org") OrgId org,
            @QueryParam("event") @Nullable String event,
            @Context ContainerRequestContext request) {
        EventId one = Fields.event(event);
        return desk.confirm(
                request,
                new Confirmation(
                        "Compare with Salesforce",
                        List.of(
                                "Every attendee of event "
                                        + one
                                        + " is compared with organisation "
                                        + org
                                        + ", row by row.",
                                "What differs there is owed again. It takes calls of our share of"
                                        + " the day."),
                        place(org) + "/compare?event=" + one,
                        Map.of(),
                        "Compare",
                        false,
                        place(org)));
    }

    @POST
    @Path("compare")
    @RolesAllowed(Role.MAY_ACT)
    public Response compare(
            @PathParam("org") OrgId org, @QueryParam("event") @Nullable String event) {
        if (!desk.useCases().outbound().askReconciliation().ask(org, Fields.event(event))) {
            return Problem.response(ProblemType.NOT_FOUND, "no such event");
        }
        return Desk.done(place(org), "compared", 1);
    }

    static String place(OrgId org) {
        return "/operator/orgs/" + org;
    }
}
