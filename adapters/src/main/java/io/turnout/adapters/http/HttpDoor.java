package io.turnout.adapters.http;

import com.google.common.base.Suppliers;
import io.dropwizard.auth.Authenticator;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.turnout.adapters.http.crossing.Crossing;
import io.turnout.adapters.http.crossing.CrossingPorts;
import io.turnout.adapters.http.crossing.HopCheck;
import io.turnout.adapters.http.dashboard.DashboardDoor;
import io.turnout.adapters.http.docs.ApiDescription;
import io.turnout.adapters.http.docs.DocsResource;
import io.turnout.adapters.http.lane.DoorAnswers;
import io.turnout.adapters.http.lane.Doorman;
import io.turnout.adapters.http.lane.HostPages;
import io.turnout.adapters.http.lane.LanePorts;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.lane.Turnstile;
import io.turnout.adapters.http.operator.AuditFeature;
import io.turnout.adapters.http.operator.AuditResource;
import io.turnout.adapters.http.operator.BearerFilter;
import io.turnout.adapters.http.operator.CatalogResource;
import io.turnout.adapters.http.operator.ConnectionResource;
import io.turnout.adapters.http.operator.DeliveryResource;
import io.turnout.adapters.http.operator.FlagsResource;
import io.turnout.adapters.http.operator.HostResource;
import io.turnout.adapters.http.operator.InstancesResource;
import io.turnout.adapters.http.operator.JwtOperators;
import io.turnout.adapters.http.operator.LicensesResource;
import io.turnout.adapters.http.operator.LinksResource;
import io.turnout.adapters.http.operator.Operator;
import io.turnout.adapters.http.operator.OperatorErasureResource;
import io.turnout.adapters.http.operator.OrgProfileResource;
import io.turnout.adapters.http.operator.OutboxResource;
import io.turnout.adapters.http.operator.RelocationsResource;
import io.turnout.adapters.http.operator.RetentionResource;
import io.turnout.adapters.http.operator.RolloutCalendarResource;
import io.turnout.adapters.http.operator.RolloutResource;
import io.turnout.adapters.http.operator.RolloutStepResource;
import io.turnout.adapters.http.operator.SettingsResource;
import io.turnout.adapters.http.operator.WaitingRoomsResource;
import io.turnout.adapters.http.page.DoorPages;
import io.turnout.adapters.http.page.PageDoor;
import io.turnout.adapters.http.problem.DoorRefusal;
import io.turnout.adapters.http.problem.FailureMapper;
import io.turnout.adapters.http.problem.ViolationMapper;
import io.turnout.adapters.http.signin.SessionFilter;
import io.turnout.adapters.http.signin.SignedIn;
import io.turnout.adapters.http.wire.Doorway;
import io.turnout.adapters.http.wire.MethodFeature;
import io.turnout.adapters.http.wire.ShortWay;
import io.turnout.adapters.http.wire.WireJson;
import io.turnout.application.OutboundUseCases;
import io.turnout.application.UseCases;
import io.turnout.application.attendeelink.UploadUseCases;
import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.registration.IdSource;
import jakarta.validation.Validator;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;

/// The front door: everything that is served over HTTP, installed in one step, by the house and
/// by tests alike.
public final class HttpDoor {
    private HttpDoor() {}

    public static void install(Environment environment, HttpDoorSettings settings, Behind behind) {
        WireJson json = new WireJson(environment.getValidator());
        JerseyEnvironment jersey = environment.jersey();
        Doorway.install(
                environment,
                new Doorway.Limits(
                        settings.bodyDeadline(),
                        settings.connections(),
                        settings.connectionsPerAddress()),
                lanes(settings.lanes(), behind),
                behind.ids(),
                registrants(jersey, json, behind),
                behind.useCases().rollouts().note());
        // Locations stay paths: what stands before us knows the host and the scheme better.
        jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        jersey.register(json);
        jersey.register(new MethodFeature());
        jersey.register(new FailureMapper());
        jersey.register(new ViolationMapper());
        orgs(jersey, environment.getValidator(), behind);
        operators(jersey, settings, behind);
        jersey.register(new HostPages());
        PageDoor.install(environment, behind);
        DashboardDoor.install(environment, settings.desk(), behind);
        jersey.register(new DocsResource(Suppliers.memoize(HttpDoor::description)));
    }

    private static Doorway.Lanes lanes(LaneSettings settings, Behind behind) {
        DoorAnswers answers = DoorPages.answers();
        return new Doorway.Lanes(
                new Doorman(settings, behind.lanes(), answers),
                new Turnstile(settings, behind.lanes(), answers),
                behind.crossing().map(ports -> between(ports, answers.busy())));
    }

    private static Doorway.Between between(CrossingPorts ports, DoorRefusal.Page page) {
        return new Doorway.Between(new HopCheck(ports.seal(), page), new Crossing(ports, page));
    }

    /// Made when it is first asked for: reading the resources takes longer than the rest of us.
    private static byte[] description() {
        return ApiDescription.json(Endpoints.RESOURCES, Endpoints.all());
    }

    /// @return the short way to what is asked very often
    private static ShortWay registrants(JerseyEnvironment jersey, WireJson json, Behind behind) {
        UseCases useCases = behind.useCases();
        WaitingLine line = new WaitingLine(useCases.waiting());
        jersey.register(new WaitingRoomResource(useCases.waiting()));
        jersey.register(new EventResource(useCases.listEvents(), useCases.showEvent()));
        LinkDoor door = new LinkDoor(useCases.links().read());
        LinkResource links = new LinkResource(useCases.links().open(), door, behind.tokens());
        jersey.register(links);
        RegistrationResource registrations =
                new RegistrationResource(
                        new RegistrationResource.Desk(
                                useCases.registerAttendees(),
                                useCases.recallRegistration(),
                                useCases.rehearseRegistration()),
                        behind.tokens(),
                        behind.ids(),
                        line,
                        door);
        jersey.register(registrations);
        jersey.register(
                new ManagedRegistrationResource(
                        useCases.showRegistration(),
                        useCases.cancelRegistration(),
                        useCases.acceptOffer(),
                        behind.tokens()));
        HoldResource holds =
                new HoldResource(
                        new HoldResource.Desk(
                                useCases.holdSeats(),
                                useCases.recallHold(),
                                useCases.releaseHold()),
                        behind.tokens(),
                        behind.ids(),
                        line);
        jersey.register(holds);
        return new ShortWay(
                json,
                List.of(registrations.shortWay(), holds.shortWay()),
                List.of(links.shortWay()));
    }

    private static void orgs(JerseyEnvironment jersey, Validator validator, Behind behind) {
        SignedMessages messages = new SignedMessages(behind.secrets(), behind.clock());
        jersey.register(new NudgeResource(behind.useCases().inbound().hearNudge(), messages));
        jersey.register(
                new FeaturesResource(
                        behind.useCases().rollouts().offers(),
                        behind.useCases().rollouts().choose(),
                        messages));
        jersey.register(new MediaResource(behind.useCases().media(), messages));
        UploadUseCases uploads = behind.useCases().links().uploads();
        jersey.register(new LinkUploadsResource(uploads.begin(), messages));
        jersey.register(new LinkUploadResource(uploads, new UploadBodies(validator)));
        jersey.register(
                new ErasureResource(
                        behind.useCases().erasure().ask(),
                        behind.useCases().erasure().show(),
                        behind.tokens(),
                        messages));
    }

    private static void operators(
            JerseyEnvironment jersey, HttpDoorSettings settings, Behind behind) {
        Authenticator<String, Operator> operators =
                settings.signIn().isPresent()
                        ? new JwtOperators(settings.signIn().get(), behind.clock())
                        : _ -> Optional.empty();
        jersey.register(
                new SignedIn(
                        new BearerFilter(operators),
                        new SessionFilter(behind.useCases().sessions().find(), settings.desk())));
        jersey.register(RolesAllowedDynamicFeature.class);
        UseCases useCases = behind.useCases();
        jersey.register(new AuditFeature(useCases.audit().trail()));
        jersey.register(new AuditResource(useCases.audit().read()));
        OutboundUseCases outbound = useCases.outbound();
        jersey.register(new OperatorErasureResource(useCases.erasure(), behind.ids()));
        jersey.register(new OutboxResource(outbound.showDelivery(), outbound.replaySetAside()));
        jersey.register(new DeliveryResource(outbound));
        jersey.register(
                new LinksResource(useCases.minting(), useCases.links().uploads().showAll()));
        jersey.register(new RetentionResource(useCases.retention().show()));
        jersey.register(new LicensesResource(useCases.inbound().showLicenses()));
        jersey.register(new CatalogResource(useCases.inbound().showCatalog()));
        jersey.register(new ConnectionResource(useCases.connections()));
        jersey.register(new FlagsResource(useCases.flags()));
        jersey.register(new HostResource(useCases.hosts()));
        jersey.register(new InstancesResource(useCases.scaling()));
        jersey.register(new RolloutResource(useCases.rollouts(), behind.ids()));
        jersey.register(new RolloutStepResource(useCases.rollouts()));
        jersey.register(new RolloutCalendarResource(useCases.rollouts(), behind.ids()));
        jersey.register(new OrgProfileResource(useCases.rollouts()));
        jersey.register(new RelocationsResource(useCases.relocations(), behind.ids()));
        jersey.register(new SettingsResource(useCases.settings(), behind.ids()));
        jersey.register(new WaitingRoomsResource(useCases.waiting(), useCases.showEvent()));
    }

    /// What the door opens on. `clock` is asked whether a token or a signature still holds;
    /// `crossing` is there where other stacks are.
    public record Behind(
            UseCases useCases,
            ManageTokens tokens,
            IdSource ids,
            InstantSource clock,
            WebhookSecrets secrets,
            LanePorts lanes,
            Optional<CrossingPorts> crossing) {
        /// The door of a stack that is alone.
        public Behind(
                UseCases useCases,
                ManageTokens tokens,
                IdSource ids,
                InstantSource clock,
                WebhookSecrets secrets,
                LanePorts lanes) {
            this(useCases, tokens, ids, clock, secrets, lanes, Optional.empty());
        }
    }
}
