package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of the paths of flags.
public final class FlagEndpoints {
    private static final String FLAGS = "/v1/operator/flags";
    private static final String AUDIENCE = "flag-audience-request";

    private FlagEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        List<ProblemType> changing = OperatorEndpoints.more(signed, withBody);
        return List.of(
                reading(
                        "",
                        "Every flag, its purpose and end, and what was said about it (viewer,"
                                + " releaser)",
                        new Endpoint.Answer(FlagsView.class, "flags"),
                        signed),
                reading(
                        "/decisions",
                        "What an org has and has not, and why (viewer, releaser)",
                        new Endpoint.Answer(FlagDecisionsView.class, "flag-decisions"),
                        OperatorEndpoints.more(signed, List.of(ProblemType.INVALID))),
                reading(
                        "/applied",
                        "On how many instances a change holds, and since when (viewer, releaser)",
                        new Endpoint.Answer(FlagAppliedView.class, "flag-applied"),
                        signed),
                reading(
                        "/drift",
                        "What others changed at the rollout server, and what became of it; the"
                                + " latest first, `limit` up to 100 (viewer, releaser)",
                        new Endpoint.Answer(FlagDriftView.class, "flag-drift"),
                        OperatorEndpoints.more(signed, List.of(ProblemType.INVALID))),
                changing(
                        "/{flag}/rollback",
                        "Off for orgs or everybody, on every instance within a second; needs no"
                                + " server and no approval (releaser, operator)",
                        AUDIENCE,
                        changing),
                changing(
                        "/{flag}/lift",
                        "Take a roll-back back: who is still allowed has it again (releaser)",
                        AUDIENCE,
                        changing),
                changing(
                        "/{flag}/allow",
                        "Let orgs or everybody have it, without a plan (releaser)",
                        AUDIENCE,
                        changing),
                changing(
                        "/{flag}/withdraw",
                        "Take back what was allowed (releaser, operator)",
                        AUDIENCE,
                        changing),
                changing(
                        "/{flag}/override",
                        "Force one org on or off past all plans, for ever or until a time, or take"
                                + " that back (releaser)",
                        "override-request",
                        changing));
    }

    private static Endpoint reading(
            String path, String summary, Endpoint.Answer answer, List<ProblemType> refusals) {
        return new Endpoint(
                "GET", FLAGS + path, summary, Optional.empty(), 200, Optional.of(answer), refusals);
    }

    private static Endpoint changing(
            String path, String summary, String request, List<ProblemType> refusals) {
        return new Endpoint(
                "POST",
                FLAGS + path,
                summary,
                Optional.of(request),
                200,
                Optional.of(new Endpoint.Answer(FlagChangeView.class, "flag-change")),
                refusals);
    }
}
