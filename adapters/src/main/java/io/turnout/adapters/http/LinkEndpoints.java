package io.turnout.adapters.http;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of the paths of links.
final class LinkEndpoints {
    private LinkEndpoints() {}

    static List<Endpoint> all(List<ProblemType> any) {
        return List.of(
                new Endpoint(
                        "GET",
                        "/v1/orgs/{org}/links/{token}",
                        "What a link prefills, and what became of who registered through it. It"
                                + " changes nothing. Register with the same token as link",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(LinkView.class, "link")),
                        any));
    }
}
