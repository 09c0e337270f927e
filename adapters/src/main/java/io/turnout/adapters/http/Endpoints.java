package io.turnout.adapters.http;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.operator.AuditResource;
import io.turnout.adapters.http.operator.CatalogResource;
import io.turnout.adapters.http.operator.ConnectionEndpoints;
import io.turnout.adapters.http.operator.ConnectionResource;
import io.turnout.adapters.http.operator.DeliveryResource;
import io.turnout.adapters.http.operator.FlagEndpoints;
import io.turnout.adapters.http.operator.FlagsResource;
import io.turnout.adapters.http.operator.HostEndpoints;
import io.turnout.adapters.http.operator.HostResource;
import io.turnout.adapters.http.operator.InstanceEndpoints;
import io.turnout.adapters.http.operator.InstancesResource;
import io.turnout.adapters.http.operator.LicensesResource;
import io.turnout.adapters.http.operator.LinksEndpoints;
import io.turnout.adapters.http.operator.LinksResource;
import io.turnout.adapters.http.operator.OperatorEndpoints;
import io.turnout.adapters.http.operator.OperatorErasureResource;
import io.turnout.adapters.http.operator.OrgProfileResource;
import io.turnout.adapters.http.operator.OutboxResource;
import io.turnout.adapters.http.operator.RelocationEndpoints;
import io.turnout.adapters.http.operator.RelocationsResource;
import io.turnout.adapters.http.operator.RetentionResource;
import io.turnout.adapters.http.operator.RolloutCalendarResource;
import io.turnout.adapters.http.operator.RolloutEndpoints;
import io.turnout.adapters.http.operator.RolloutResource;
import io.turnout.adapters.http.operator.RolloutStepResource;
import io.turnout.adapters.http.operator.SettingEndpoints;
import io.turnout.adapters.http.operator.SettingsResource;
import io.turnout.adapters.http.operator.WaitingRoomsResource;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the description says of each path. A resource that is served and not described, or the
/// other way round, fails a test.
final class Endpoints {
    static final Set<Class<?>> RESOURCES =
            Set.of(
                    EventResource.class,
                    ErasureResource.class,
                    OperatorErasureResource.class,
                    LinkResource.class,
                    LinkUploadsResource.class,
                    LinkUploadResource.class,
                    LinksResource.class,
                    RegistrationResource.class,
                    ManagedRegistrationResource.class,
                    HoldResource.class,
                    OutboxResource.class,
                    AuditResource.class,
                    DeliveryResource.class,
                    NudgeResource.class,
                    FeaturesResource.class,
                    MediaResource.class,
                    LicensesResource.class,
                    CatalogResource.class,
                    ConnectionResource.class,
                    FlagsResource.class,
                    HostResource.class,
                    InstancesResource.class,
                    RetentionResource.class,
                    RolloutResource.class,
                    RolloutStepResource.class,
                    RolloutCalendarResource.class,
                    OrgProfileResource.class,
                    SettingsResource.class,
                    RelocationsResource.class,
                    WaitingRoomResource.class,
                    WaitingRoomsResource.class);

    private static final String EVENTS = "/v1/orgs/{org}/events";
    private static final String EVENT = EVENTS + "/{event}";
    private static final String REGISTRATION = "/v1/orgs/{org}/registrations/{id}";

    /// What any path may say.
    private static final List<ProblemType> ANYWHERE =
            List.of(
                    ProblemType.MALFORMED,
                    ProblemType.NOT_FOUND,
                    ProblemType.METHOD_NOT_ALLOWED,
                    ProblemType.NOT_ACCEPTABLE,
                    ProblemType.URI_TOO_LONG,
                    ProblemType.MISDIRECTED,
                    ProblemType.RATE_LIMITED,
                    ProblemType.HEADERS_TOO_LARGE,
                    ProblemType.OVERLOADED,
                    ProblemType.STORAGE_UNAVAILABLE);

    private static final List<ProblemType> WITH_BODY =
            List.of(
                    ProblemType.REQUEST_TIMEOUT,
                    ProblemType.PAYLOAD_TOO_LARGE,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    ProblemType.INVALID);

    private static final List<ProblemType> SIGNED =
            List.of(ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN);

    private static final List<ProblemType> MOVING =
            List.of(ProblemType.OUTCOME_UNKNOWN, ProblemType.RELOCATING);

    private static final List<ProblemType> WAITING = List.of(ProblemType.WAITING_ROOM);

    private static final List<ProblemType> DECIDED =
            List.of(
                    ProblemType.IDEMPOTENCY_KEY_MISSING,
                    ProblemType.IDEMPOTENCY_KEY_REUSE,
                    ProblemType.LICENSE_INACTIVE,
                    ProblemType.SOLD_OUT,
                    ProblemType.LINK_USED,
                    ProblemType.ERASED,
                    ProblemType.EVENT_CLOSED);

    private static final List<ProblemType> WEBHOOK =
            List.of(ProblemType.SIGNATURE_INVALID, ProblemType.CLOCK_SKEW);

    private static final List<ProblemType> DECLARED = List.of(ProblemType.SIGNATURE_INVALID);

    private Endpoints() {}

    static List<Endpoint> all() {
        return Stream.of(
                        registrants(),
                        managed(),
                        orgs(),
                        FeatureEndpoints.all(
                                refusals(List.of(WEBHOOK)), refusals(List.of(WITH_BODY, WEBHOOK))),
                        MediaEndpoints.all(refusals(List.of(WITH_BODY, WEBHOOK))),
                        operators(),
                        connections(),
                        hosts(),
                        waiting(),
                        LinkEndpoints.all(refusals(List.of())),
                        uploads(),
                        erasures(),
                        rollouts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Endpoint> uploads() {
        List<ProblemType> moving = List.of(ProblemType.RELOCATING);
        return LinkUploadEndpoints.all(
                refusals(List.of(WITH_BODY, WEBHOOK, moving)),
                refusals(
                        List.of(
                                WITH_BODY,
                                moving,
                                List.of(
                                        ProblemType.REQUEST_IN_PROGRESS,
                                        ProblemType.UPLOAD_FINISHED))),
                refusals(List.of()));
    }

    private static List<Endpoint> connections() {
        return ConnectionEndpoints.all(refusals(List.of(SIGNED)), WITH_BODY);
    }

    private static List<Endpoint> hosts() {
        return HostEndpoints.all(refusals(List.of(SIGNED)), WITH_BODY);
    }

    private static List<Endpoint> rollouts() {
        return RolloutEndpoints.all(refusals(List.of(SIGNED)), WITH_BODY);
    }

    private static List<Endpoint> waiting() {
        return WaitingRoomEndpoints.all(refusals(List.of()), refusals(List.of(SIGNED)), WITH_BODY);
    }

    private static List<Endpoint> registrants() {
        return List.of(
                get(EVENTS, "Published events, a page at a time", EventsView.class, "events"),
                get(EVENT, "One event and how full it is", EventView.class, "event"),
                new Endpoint(
                        "POST",
                        EVENT + "/registrations",
                        "Register a group, all of it or nobody; a repeat of the key answers 200."
                            + " With waitlist, a group for which too few seats are left stands in"
                            + " line (waitlisted) and is offered seats that come back. Declared as"
                            + " a load test (header Load-Test: <until>,v1=<Base64 of the"
                            + " HMAC-SHA256 of load-test.<org>.<until> under a webhook secret>, an"
                            + " hour ahead at most) nothing is kept, and the answer says"
                            + " \"loadTest\": true",
                        Optional.of("registration-request"),
                        201,
                        Optional.of(new Endpoint.Answer(RegistrationView.class, "registration")),
                        refusals(List.of(WITH_BODY, DECIDED, DECLARED, WAITING, MOVING))),
                new Endpoint(
                        "POST",
                        EVENT + "/holds",
                        "Keep seats for ten minutes; a repeat of the key answers 200",
                        Optional.of("hold-request"),
                        201,
                        Optional.of(new Endpoint.Answer(HoldView.class, "hold")),
                        refusals(List.of(WITH_BODY, DECIDED, WAITING, MOVING))));
    }

    private static List<Endpoint> managed() {
        Endpoint.Answer registration = new Endpoint.Answer(RegistrationView.class, "registration");
        return List.of(
                new Endpoint(
                        "GET",
                        REGISTRATION,
                        "What became of a registration",
                        Optional.empty(),
                        200,
                        Optional.of(registration),
                        refusals(List.of(SIGNED))),
                new Endpoint(
                        "DELETE",
                        REGISTRATION,
                        "Cancel it, decline its offer, or leave the line; a second time changes"
                                + " nothing",
                        Optional.empty(),
                        200,
                        Optional.of(registration),
                        refusals(List.of(SIGNED, MOVING))),
                new Endpoint(
                        "POST",
                        REGISTRATION + "/acceptance",
                        "Take the seats that are offered; a second time changes nothing",
                        Optional.empty(),
                        200,
                        Optional.of(registration),
                        refusals(
                                List.of(
                                        SIGNED,
                                        MOVING,
                                        List.of(
                                                ProblemType.NOTHING_OFFERED,
                                                ProblemType.EVENT_CLOSED)))),
                new Endpoint(
                        "DELETE",
                        EVENT + "/holds/{id}",
                        "Give seats back; a second time changes nothing",
                        Optional.empty(),
                        204,
                        Optional.empty(),
                        refusals(List.of(SIGNED, MOVING))));
    }

    private static List<Endpoint> orgs() {
        return List.of(
                new Endpoint(
                        "POST",
                        "/v1/orgs/{org}/salesforce/notifications",
                        "An org says what changed, signed as Standard Webhooks (HMAC-SHA256, whsec_"
                            + " secrets). Types: event.published, event.unpublished, org.updated,"
                            + " license.changed and links.changed. It is looked at soon; a repeat"
                            + " of the webhook-id is accepted and changes nothing",
                        Optional.of("nudge-request"),
                        202,
                        Optional.empty(),
                        refusals(List.of(WITH_BODY, WEBHOOK))));
    }

    private static List<Endpoint> erasures() {
        return ErasureEndpoints.all(
                refusals(List.of(WITH_BODY, WEBHOOK, List.of(ProblemType.RELOCATING))),
                refusals(List.of(SIGNED)),
                refusals(List.of(SIGNED, WITH_BODY, List.of(ProblemType.RELOCATING))));
    }

    private static List<Endpoint> operators() {
        List<ProblemType> signed = refusals(List.of(SIGNED));
        return Stream.of(
                        OperatorEndpoints.all(signed, WITH_BODY),
                        LinksEndpoints.all(signed, WITH_BODY),
                        FlagEndpoints.all(signed, WITH_BODY),
                        InstanceEndpoints.all(signed, WITH_BODY),
                        SettingEndpoints.all(signed, WITH_BODY),
                        RelocationEndpoints.all(signed, WITH_BODY))
                .flatMap(List::stream)
                .toList();
    }

    private static Endpoint get(String path, String summary, Class<?> view, String example) {
        return new Endpoint(
                "GET",
                path,
                summary,
                Optional.empty(),
                200,
                Optional.of(new Endpoint.Answer(view, example)),
                refusals(path.equals(EVENTS) ? List.of(List.of(ProblemType.INVALID)) : List.of()));
    }

    private static List<ProblemType> refusals(List<List<ProblemType>> more) {
        return Stream.concat(ANYWHERE.stream(), more.stream().flatMap(List::stream))
                .sorted()
                .toList();
    }
}
