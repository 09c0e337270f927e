package io.turnout.adapters.http;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.PlaceInLine;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the description says of the paths of waiting rooms.
final class WaitingRoomEndpoints {
    private static final String ROOM = "/v1/orgs/{org}/events/{event}/waiting-room";
    private static final String OPERATOR = "/v1/operator/waiting-rooms";

    private WaitingRoomEndpoints() {}

    /// Each with what any path may refuse, and what every signed one may.
    static List<Endpoint> all(
            List<ProblemType> any, List<ProblemType> signed, List<ProblemType> withBody) {
        Optional<Endpoint.Answer> room =
                Optional.of(new Endpoint.Answer(WaitingRoomView.class, "waiting-room"));
        Optional<Endpoint.Answer> place =
                Optional.of(new Endpoint.Answer(PlaceInLine.class, "place-in-line"));
        List<ProblemType> invalid = List.of(ProblemType.INVALID);
        return List.of(
                new Endpoint(
                        "GET",
                        ROOM,
                        "How the waiting room stands, or stood last: the commitment to the order of"
                                + " the early, and from the start on the seed to check it by",
                        Optional.empty(),
                        200,
                        room,
                        any),
                new Endpoint(
                        "POST",
                        ROOM + "/tickets",
                        "Stand in line; with a ticket that counts, the place it has (200)",
                        Optional.empty(),
                        201,
                        place,
                        any),
                new Endpoint(
                        "GET",
                        ROOM + "/place",
                        "What a ticket is worth now; states: gathering, waiting, sold-out, called,"
                                + " lapsed, through",
                        Optional.empty(),
                        200,
                        place,
                        more(any, invalid)),
                new Endpoint(
                        "POST",
                        OPERATOR,
                        "Open a waiting room, ahead of a sale or at once (operator)",
                        Optional.of("waiting-room-request"),
                        200,
                        room,
                        more(signed, more(withBody, List.of(ProblemType.RELOCATING)))),
                new Endpoint(
                        "DELETE",
                        OPERATOR,
                        "Let everybody in (operator)",
                        Optional.empty(),
                        204,
                        Optional.empty(),
                        more(signed, invalid)));
    }

    private static List<ProblemType> more(List<ProblemType> some, List<ProblemType> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
    }
}
