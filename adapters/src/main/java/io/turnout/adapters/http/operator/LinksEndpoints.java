package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of the paths by which links are watched over.
public final class LinksEndpoints {
    private static final String OPERATOR = "/v1/operator/";

    private LinksEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        List<ProblemType> asked = OperatorEndpoints.more(signed, List.of(ProblemType.INVALID));
        return List.of(
                new Endpoint(
                        "GET",
                        OPERATOR + "links",
                        "How the links stand of whom an org invites in Salesforce (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(LinksView.class, "links")),
                        asked),
                new Endpoint(
                        "POST",
                        OPERATOR + "links/replay",
                        "Owe addresses of links again, one or all of an org (operator)",
                        Optional.of("link-replay-request"),
                        200,
                        Optional.of(new Endpoint.Answer(ReplayView.class, "replay")),
                        OperatorEndpoints.more(signed, withBody)),
                new Endpoint(
                        "GET",
                        OPERATOR + "link-uploads",
                        "An org's uploads of links, their progress and their refused rows (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(LinkUploadsView.class, "link-uploads")),
                        asked));
    }
}
