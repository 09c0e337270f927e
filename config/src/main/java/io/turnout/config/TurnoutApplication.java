package io.turnout.config;

import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.turnout.adapters.http.HttpDoor;
import io.turnout.adapters.http.lane.LanePorts;
import io.turnout.adapters.http.lane.LoadTest;
import io.turnout.application.OutboundUseCases;
import java.time.Duration;

/// Turnout: `server`, `migrate`, `check`, `test-connection`, `audit`,
/// `erasures`, `retention`, `keys` and `trial`, each with a settings file.
public class TurnoutApplication extends Application<TurnoutSettings> {
    private static final Duration EXPIRY = Duration.ofSeconds(1);
    private static final Duration WAITING = Duration.ofSeconds(1);
    private static final Duration RECONCILIATION = Duration.ofSeconds(5);
    private static final Duration BACKLOG = Duration.ofSeconds(1);
    private static final Duration HOSTS = Duration.ofSeconds(1);
    private static final Duration SCHEMAS = Duration.ofSeconds(15);

    public static void main(String[] arguments) throws Exception {
        new TurnoutApplication().run(arguments);
    }

    @Override
    public String getName() {
        return "turnout";
    }

    /// In place of the usual check, one that asks the database too.
    @Override
    protected void addDefaultCommands(Bootstrap<TurnoutSettings> bootstrap) {
        bootstrap.addCommand(new ServerCommand<>(this));
        bootstrap.addCommand(new CheckConfigCommand(this));
    }

    @Override
    public void initialize(Bootstrap<TurnoutSettings> bootstrap) {
        Hops.areModern();
        bootstrap.setConfigurationSourceProvider(
                new SubstitutingSourceProvider(
                        bootstrap.getConfigurationSourceProvider(),
                        KeptVariables.substitutor(System.getenv())));
        bootstrap.addCommand(new MigrateCommand());
        bootstrap.addCommand(new TestConnectionCommand());
        bootstrap.addCommand(new AuditCommand());
        bootstrap.addCommand(new ErasuresCommand());
        bootstrap.addCommand(new RetentionCommand());
        bootstrap.addCommand(new KeysCommand());
        bootstrap.addCommand(new TrialCommand());
    }

    @Override
    public void run(TurnoutSettings settings, Environment environment) {
        House house = house(settings, environment);
        house.parts().forEach(part -> manage(environment, part));
        manage(environment, welcome(settings, house));
        new ErasureLoops(settings.erasure(), house.useCases().erasure())
                .parts()
                .forEach(part -> manage(environment, part));
        manage(environment, hosts(house));
        HttpDoor.install(
                environment,
                settings.door().toDoor(settings.limits().toLanes()),
                new HttpDoor.Behind(
                        house.useCases(),
                        house.ports().tokens(),
                        house.ports().ids(),
                        Wiring.clock(),
                        house.ports().inbound().secrets(),
                        lanes(house),
                        house.crossing()));
        new InboundLoops(settings, house).parts().forEach(part -> manage(environment, part));
        LinkLoops.of(settings, house).forEach(part -> manage(environment, part));
        RolloutLoops.of(house.useCases().rollouts()).forEach(part -> manage(environment, part));
        SettingLoops.of(
                        house.useCases().settings(),
                        settings.instance(),
                        house,
                        environment.metrics())
                .forEach(part -> manage(environment, part));
        LoadMeter meter =
                new LoadMeter(environment.metrics(), settings.instance(), settings.release());
        ScalingLoops.of(house.useCases().scaling(), meter)
                .forEach(part -> manage(environment, part));
        manage(environment, relay(settings, house));
        manage(environment, backlog(settings, house));
        manage(environment, reconciliation(settings, house));
        manage(
                environment,
                new Loop(
                        "hold-expiry",
                        1,
                        EXPIRY,
                        () -> house.useCases().expireHolds().expire() > 0));
        manage(
                environment,
                new Loop("waitlist", 1, EXPIRY, () -> house.useCases().tendLines().tend()));
        manage(
                environment,
                new Loop(
                        "schema-check",
                        1,
                        SCHEMAS,
                        () -> house.useCases().connections().checkSchemas().check() > 0));
        manage(environment, waitingRooms(house));
        if (!settings.retention().toRule().isNone()) {
            manage(
                    environment,
                    RetentionLoop.of(house.useCases().retention().run(), environment.metrics()));
        }
        settings.peers().stream()
                .flatMap(peers -> RelocationLoops.of(house.useCases(), peers.atOnce()).stream())
                .forEach(part -> manage(environment, part));
        Readiness readiness = new Readiness(settings.drain());
        environment.lifecycle().addEventListener(readiness);
        environment.getApplicationContext().insertHandler(readiness.goodbye());
        environment.admin().addServlet("ready", readiness.servlet()).addMapping("/ready");
        environment.healthChecks().register("registration", new CanRegister(house));
        environment
                .metrics()
                .registerGauge(
                        "turnout.checkouts.strange", house.ports().checkouts().seals()::strange);
        furnish(house, environment);
    }

    /// The house as it is wired; a bench measures others.
    protected House house(TurnoutSettings settings, Environment environment) {
        return new Wiring(settings, environment).house();
    }

    /// Room for what only some houses have, such as the pages of the demo.
    protected void furnish(House house, Environment environment) {
        // Nothing in production.
    }

    private static House.Part welcome(TurnoutSettings settings, House house) {
        return new House.Part() {
            @Override
            public void start() {
                Wiring.orgs(settings).forEach(house.useCases().welcomeOrg()::welcome);
            }
        };
    }

    private static LanePorts lanes(House house) {
        return new LanePorts(
                house.ports().allowances(),
                house.ports().hosts(),
                new LoadTest(house.ports().inbound().secrets(), Wiring.clock()));
    }

    /// Known before the first visitor comes, and looked at again every second.
    private static House.Part hosts(House house) {
        Loop loop =
                new Loop(
                        "hosts",
                        1,
                        HOSTS,
                        () -> {
                            house.useCases().hosts().refresh().refresh();
                            return false;
                        });
        return new House.Part() {
            @Override
            public void start() {
                house.useCases().hosts().refresh().refresh();
                loop.start();
            }

            @Override
            public void stop() {
                loop.stop();
            }
        };
    }

    private static Loop relay(TurnoutSettings settings, House house) {
        return new Loop(
                "relay",
                settings.relay().callers(),
                settings.relay().poll().toJavaDuration(),
                () -> relay(house.useCases().outbound()));
    }

    private static Loop waitingRooms(House house) {
        return new Loop(
                "waiting-rooms",
                1,
                WAITING,
                () -> {
                    int _ = house.useCases().waiting().mind().mind();
                    return false;
                });
    }

    private static Loop backlog(TurnoutSettings settings, House house) {
        return new Loop(
                "backlog",
                Math.min(1, settings.relay().callers()),
                BACKLOG,
                () -> house.useCases().outbound().relayBacklog().relay().isPresent());
    }

    private static Loop reconciliation(TurnoutSettings settings, House house) {
        return new Loop(
                "reconciliation",
                Math.min(1, settings.relay().callers()),
                RECONCILIATION,
                house.useCases().outbound().reconcileEvents()::reconcile);
    }

    /// Attendees first: somebody waits for them.
    private static boolean relay(OutboundUseCases useCases) {
        return useCases.relayOutbox().relay().isPresent()
                || useCases.relayCounts().relay().isPresent();
    }

    private static void manage(Environment environment, House.Part part) {
        environment
                .lifecycle()
                .manage(
                        new Managed() {
                            @Override
                            public void start() {
                                part.start();
                            }

                            @Override
                            public void stop() {
                                part.stop();
                            }
                        });
    }
}
