package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of the paths of hosts.
public final class HostEndpoints {
    private static final String HOSTS = "/v1/operator/hosts";
    private static final String HOST = HOSTS + "/{host}";
    private static final Endpoint.Answer ONE = new Endpoint.Answer(HostView.class, "host");

    private HostEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        return List.of(
                new Endpoint(
                        "GET",
                        HOSTS,
                        "Which hosts are whose (viewer, operator, security-admin)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(HostsView.class, "hosts")),
                        OperatorEndpoints.more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "PUT",
                        HOST,
                        "Give a host to an org, or another limit (200); one that is closed stays"
                                + " closed (security-admin)",
                        Optional.of("host-request"),
                        201,
                        Optional.of(ONE),
                        OperatorEndpoints.more(
                                OperatorEndpoints.more(signed, withBody),
                                List.of(ProblemType.VERSION_CONFLICT, ProblemType.RELOCATING))),
                new Endpoint(
                        "DELETE",
                        HOST,
                        "The host is nobody's any more (security-admin)",
                        Optional.empty(),
                        204,
                        Optional.empty(),
                        OperatorEndpoints.more(signed, List.of(ProblemType.RELOCATING))),
                turn("close", "Switch a host off: whoever comes is told so (operator)", signed),
                turn("open", "Switch a host on again (operator)", signed));
    }

    private static Endpoint turn(String verb, String summary, List<ProblemType> signed) {
        return new Endpoint(
                "POST",
                HOST + "/" + verb,
                summary,
                Optional.empty(),
                200,
                Optional.of(ONE),
                signed);
    }
}
