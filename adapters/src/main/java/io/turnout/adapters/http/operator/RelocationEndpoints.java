package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of the paths of moves.
public final class RelocationEndpoints {
    private static final String ROOM = RelocationsResource.ROOM;
    private static final String MOVE = ROOM + "/{relocation}";
    private static final Endpoint.Answer ONE =
            new Endpoint.Answer(RelocationView.class, "relocation");

    private RelocationEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        List<ProblemType> changing =
                OperatorEndpoints.more(signed, List.of(ProblemType.VERSION_CONFLICT));
        return List.of(
                get(
                        ROOM,
                        "Orgs that were moved or are to be, newest first (viewer, releaser,"
                                + " auditor)",
                        new Endpoint.Answer(RelocationsView.class, "relocations"),
                        signed),
                new Endpoint(
                        "POST",
                        ROOM,
                        "Move an org to another stack while it goes on (releaser)",
                        Optional.of("relocation-request"),
                        201,
                        Optional.of(ONE),
                        OperatorEndpoints.more(changing, withBody)),
                get(MOVE, "How far a move is (viewer, releaser, auditor)", ONE, signed),
                post(
                        "roll-back",
                        "The same move the other way, with all that was written since; one that"
                                + " is under way is stopped instead (202) (releaser)",
                        201,
                        changing),
                post(
                        "complete",
                        "It stays: nothing is journalled any more for the way back (releaser)",
                        200,
                        changing));
    }

    private static Endpoint get(
            String path, String summary, Endpoint.Answer answer, List<ProblemType> refusals) {
        return new Endpoint(
                "GET", path, summary, Optional.empty(), 200, Optional.of(answer), refusals);
    }

    private static Endpoint post(
            String verb, String summary, int status, List<ProblemType> refusals) {
        return new Endpoint(
                "POST",
                MOVE + "/" + verb,
                summary,
                Optional.empty(),
                status,
                Optional.of(ONE),
                refusals);
    }
}
