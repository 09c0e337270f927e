package io.turnout.adapters.http;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of pictures.
final class MediaEndpoints {
    private MediaEndpoints() {}

    static List<Endpoint> all(List<ProblemType> signed) {
        return List.of(
                new Endpoint(
                        "POST",
                        "/v1/orgs/{org}/media",
                        "A ticket for a quarter of an hour to bring a picture to where pictures are"
                            + " kept, and the address at which everybody sees it, which never"
                            + " changes; signed as notifications are. With size, for a smaller one"
                            + " of it, where those are not made by their address (422 where they"
                            + " are)",
                        Optional.of("media-request"),
                        201,
                        Optional.of(new Endpoint.Answer(MediaView.class, "media")),
                        signed),
                new Endpoint(
                        "POST",
                        "/v1/orgs/{org}/media/deletions",
                        "Delete a picture with its smaller ones; a second time changes nothing."
                                + " Caches may show it for as long as they remember it",
                        Optional.of("media-deletion-request"),
                        204,
                        Optional.empty(),
                        signed));
    }
}
