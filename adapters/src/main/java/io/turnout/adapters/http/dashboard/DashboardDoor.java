package io.turnout.adapters.http.dashboard;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.turnout.adapters.http.HttpDoor;
import io.turnout.adapters.http.page.Pages;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.adapters.http.signin.SignInResource;
import io.turnout.adapters.http.signin.Threshold;

/// The dashboard of operators, installed in one step.
public final class DashboardDoor {
    private DashboardDoor() {}

    public static void install(
            Environment environment, DeskSettings settings, HttpDoor.Behind behind) {
        Desk desk =
                new Desk(
                        behind.useCases(),
                        behind.ids(),
                        behind.clock(),
                        new Health(environment.healthChecks()),
                        Pages.beside(Desk.class));
        JerseyEnvironment jersey = environment.jersey();
        Threshold threshold = new Threshold(behind.useCases().sessions(), settings);
        jersey.register(new SignInResource(threshold, settings));
        jersey.register(new OverviewPage(desk));
        jersey.register(new OrgsPage(desk));
        jersey.register(new OrgPage(desk));
        jersey.register(new OutboxPage(desk));
        jersey.register(new SetAsidePage(desk));
        jersey.register(new LicencesPage(desk));
        jersey.register(new BudgetsPage(desk));
        jersey.register(new WaitingRoomsPage(desk));
        jersey.register(new HostsPage(desk));
        jersey.register(new LinksPage(desk));
        jersey.register(new RolloutsPage(desk));
        jersey.register(new PlanEditorPage(desk, environment.getValidator()));
        jersey.register(new RolloutMovesPage(desk));
        jersey.register(new CalendarPage(desk));
        jersey.register(new FlagsPage(desk));
        jersey.register(new RelocationsPage(desk));
        jersey.register(new InstancesPage(desk));
        jersey.register(new SettingsPage(desk));
        jersey.register(new ProposalPage(desk));
        jersey.register(new ErasuresPage(desk));
        jersey.register(new AuditPage(desk));
        jersey.register(new RetentionPage(desk));
        jersey.register(new SessionsPage(desk));
        jersey.register(new DeskProblems(desk));
        LiveStream live = new LiveStream();
        environment.lifecycle().manage(live);
        jersey.register(live);
    }
}
