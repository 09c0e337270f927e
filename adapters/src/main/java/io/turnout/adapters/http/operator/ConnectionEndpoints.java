package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the description says of the paths of connections.
public final class ConnectionEndpoints {
    private static final String ORGS = "/v1/operator/orgs";
    private static final String CONNECTION = ORGS + "/{org}/connection";

    private ConnectionEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        return List.of(
                new Endpoint(
                        "GET",
                        ORGS,
                        "The orgs that are connected, and what was last found of each (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(OrgsView.class, "orgs")),
                        more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "GET",
                        CONNECTION,
                        "How an org is reached, without its secrets (operator, security-admin)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(ConnectionView.class, "connection")),
                        signed),
                new Endpoint(
                        "PUT",
                        CONNECTION,
                        "Connect an org, or change it (200); a secret that is left out stays"
                                + " (security-admin)",
                        Optional.of("connection-request"),
                        201,
                        Optional.of(new Endpoint.Answer(ConnectionView.class, "connection")),
                        more(more(signed, withBody), refusals())),
                new Endpoint(
                        "DELETE",
                        CONNECTION,
                        "Forget a connection; what is owed stays owed (security-admin)",
                        Optional.empty(),
                        204,
                        Optional.empty(),
                        more(signed, refusals())),
                new Endpoint(
                        "POST",
                        CONNECTION + "/test",
                        "Try a connection step by step, and say what to do; reads only"
                                + " (operator, security-admin)",
                        Optional.empty(),
                        200,
                        Optional.of(
                                new Endpoint.Answer(
                                        ConnectionReportView.class, "connection-report")),
                        signed));
    }

    private static List<ProblemType> refusals() {
        return List.of(ProblemType.CONFIG_REJECTED, ProblemType.RELOCATING);
    }

    private static List<ProblemType> more(List<ProblemType> some, List<ProblemType> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().distinct().toList();
    }
}
