package io.turnout.adapters.http.dashboard;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.turnout.adapters.http.operator.LicensesView;
import io.turnout.adapters.http.operator.OrgsView.ConnectedOrg;
import io.turnout.adapters.http.operator.Role;
import io.turnout.application.delivery.Arrears;
import io.turnout.domain.hosting.VanityHost;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How the house is, and what wants a person. It is put together once in two seconds at most,
/// however many look.
@Path("/operator")
public final class OverviewPage {
    private static final int HOSTS = 500;
    private static final int SHOWN = 50;
    private static final int ORGS = 8;
    private static final long FRESH_SECONDS = 2;

    private final Desk desk;
    private final Connections connections;
    private final Supplier<Sheet> sheet;

    OverviewPage(Desk desk) {
        this.desk = desk;
        this.connections = new Connections(desk.useCases().connections().list());
        this.sheet = Suppliers.memoizeWithExpiration(this::look, FRESH_SECONDS, TimeUnit.SECONDS);
    }

    /// What the page shows. `more` is how many troubles are not shown.
    public record Sheet(
            List<Health.Check> health,
            boolean sound,
            List<Trouble> troubles,
            int more,
            Totals totals,
            List<Arrears.OfOrg> worst) {}

    /// The house in numbers.
    public record Totals(
            int orgs,
            int unsound,
            long waiting,
            Optional<String> oldest,
            long setAside,
            int rooms) {}

    @GET
    @RolesAllowed(Role.MAY_ENTER)
    public Response show(@Context ContainerRequestContext request) {
        return desk.show(request, "overview", Objects.requireNonNull(sheet.get()));
    }

    private Sheet look() {
        List<Health.Check> health = desk.health().checks();
        List<Arrears.OfOrg> arrears = desk.useCases().outbound().showArrears().show();
        List<ConnectedOrg> orgs = connections.all();
        List<VanityHost> hosts = desk.useCases().hosts().list().list(Optional.empty(), HOSTS);
        LicensesView licences =
                LicensesView.of(
                        desk.useCases().inbound().showLicenses().show(Optional.empty(), 1), 1);
        List<Trouble> troubles =
                Attention.of(
                        health, arrears, orgs, licences.sources(), hosts, desk.clock().instant());
        return new Sheet(
                health,
                health.stream().allMatch(Health.Check::sound),
                troubles.stream().limit(SHOWN).toList(),
                Math.max(0, troubles.size() - SHOWN),
                totals(orgs, arrears),
                arrears.stream().limit(ORGS).toList());
    }

    private Totals totals(List<ConnectedOrg> orgs, List<Arrears.OfOrg> arrears) {
        return new Totals(
                orgs.size(),
                (int)
                        orgs.stream()
                                .filter(org -> !"sound".equals(org.state()))
                                .filter(org -> !"unchecked".equals(org.state()))
                                .count(),
                arrears.stream().mapToLong(Arrears.OfOrg::waiting).sum(),
                arrears.stream()
                        .flatMap(one -> one.oldest().stream())
                        .min(Instant::compareTo)
                        .map(Instant::toString),
                arrears.stream().mapToLong(Arrears.OfOrg::setAside).sum(),
                desk.useCases().waiting().list().list().size());
    }
}
