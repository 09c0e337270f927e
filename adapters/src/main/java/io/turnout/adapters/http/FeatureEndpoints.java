package io.turnout.adapters.http;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of the features that an org chooses.
final class FeatureEndpoints {
    private FeatureEndpoints() {}

    static List<Endpoint> all(List<ProblemType> asked, List<ProblemType> chosen) {
        Endpoint.Answer all = new Endpoint.Answer(FeaturesView.class, "features");
        return List.of(
                new Endpoint(
                        "GET",
                        "/v1/orgs/{org}/features",
                        "Which features the org may choose, and what it chose; signed as"
                                + " notifications are, over an empty body",
                        Optional.empty(),
                        200,
                        Optional.of(all),
                        asked),
                new Endpoint(
                        "PUT",
                        "/v1/orgs/{org}/features/{feature}",
                        "The org's administrator says of a feature on offer: in (early), out (not"
                                + " for us) or none. Out takes effect at once; in with the next"
                                + " night. Said again, nothing changes; signed as notifications"
                                + " are",
                        Optional.of("feature-choice-request"),
                        200,
                        Optional.of(all),
                        chosen));
    }
}
