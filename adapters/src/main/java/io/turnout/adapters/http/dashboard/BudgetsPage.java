package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.BudgetView;
import io.turnout.adapters.http.operator.OrgsView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.OutboundUseCases;
import io.turnout.application.delivery.CallBudget.Quarter;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the calls of each org are used for.
@Path("/operator/budgets")
public final class BudgetsPage {
    private static final int PAGE = 12;

    private final Desk desk;
    private final Connections connections;

    BudgetsPage(Desk desk) {
        this.desk = desk;
        this.connections = new Connections(desk.useCases().connections().list());
    }

    /// One org: its account, and when it was called.
    public record Account(String org, BudgetView budget, List<Quarter> calls) {}

    /// A page of accounts.
    public record Sheet(List<Account> accounts, @Nullable String next) {}

    @GET
    @RolesAllowed(Role.MAY_READ)
    public Response show(
            @QueryParam("cursor") @Nullable String cursor,
            @Context ContainerRequestContext request) {
        OrgsView page = connections.page(PageParameters.after(cursor, OrgId::new), PAGE);
        return desk.show(
                request,
                "budgets",
                new Sheet(
                        page.orgs().stream().map(org -> account(new OrgId(org.org()))).toList(),
                        page.next()));
    }

    private Account account(OrgId org) {
        OutboundUseCases outbound = desk.useCases().outbound();
        return new Account(
                org.value(),
                BudgetView.of(outbound.showBudget().show(org)),
                outbound.showCalls().show(org));
    }
}
