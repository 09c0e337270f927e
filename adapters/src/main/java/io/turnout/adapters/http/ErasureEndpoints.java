package io.turnout.adapters.http;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.operator.ErasuresView;
import io.turnout.adapters.http.operator.LatestErasuresView;
import io.turnout.adapters.http.operator.OperatorEndpoints;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of the paths of erasures.
final class ErasureEndpoints {
    private static final String ERASURES = "/v1/orgs/{org}/erasures";
    private static final String BY_OPERATORS = "/v1/operator/erasures";
    private static final Endpoint.Answer ONE = new Endpoint.Answer(ErasureView.class, "erasure");
    private static final Endpoint.Answer ALL = new Endpoint.Answer(ErasuresView.class, "erasures");

    private ErasureEndpoints() {}

    /// Of those who ask, with what a message of an org may be refused for; of those who look, with
    /// what a token may; and of operators.
    static List<Endpoint> all(
            List<ProblemType> message, List<ProblemType> token, List<ProblemType> operator) {
        return List.of(
                new Endpoint(
                        "POST",
                        ERASURES,
                        "Forget whoever has this address, signed as notifications are. What was"
                                + " kept until now is erased within a minute; who registers later"
                                + " is somebody new. The same message again is the same erasure",
                        Optional.of("erasure-request"),
                        202,
                        Optional.of(ONE),
                        message),
                new Endpoint(
                        "GET",
                        ERASURES + "/{id}",
                        "How far it is, and the receipt once it is done (the token it was"
                                + " answered with)",
                        Optional.empty(),
                        200,
                        Optional.of(ONE),
                        token),
                new Endpoint(
                        "POST",
                        BY_OPERATORS,
                        "Forget whoever has this address in one org, or in every org that is at"
                                + " home on this stack (security-admin)",
                        Optional.of("operator-erasure-request"),
                        202,
                        Optional.of(ALL),
                        operator),
                new Endpoint(
                        "GET",
                        BY_OPERATORS,
                        "What was asked for last, in all orgs, a page at a time; it names nobody"
                                + " (security-admin)",
                        Optional.empty(),
                        200,
                        Optional.of(
                                new Endpoint.Answer(LatestErasuresView.class, "latest-erasures")),
                        OperatorEndpoints.more(token, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "GET",
                        BY_OPERATORS + "/{id}",
                        "How far it is in each org, with the receipts (security-admin)",
                        Optional.empty(),
                        200,
                        Optional.of(ALL),
                        token));
    }
}
