package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the description says of the paths of rollouts.
public final class RolloutEndpoints {
    private static final String ROLLOUTS = RolloutResource.ROOM;
    private static final String ROLLOUT = ROLLOUTS + "/{plan}";
    private static final String PROFILES = "/v1/operator/org-profiles";
    private static final Endpoint.Answer ONE = new Endpoint.Answer(RolloutView.class, "rollout");

    private RolloutEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        List<ProblemType> written = OperatorEndpoints.more(signed, withBody);
        return Stream.of(
                        plans(signed, written),
                        steps(
                                OperatorEndpoints.more(
                                        written, List.of(ProblemType.VERSION_CONFLICT))),
                        calendar(signed, written),
                        profiles(signed, written))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Endpoint> plans(List<ProblemType> signed, List<ProblemType> written) {
        List<ProblemType> read = OperatorEndpoints.more(signed, List.of(ProblemType.INVALID));
        return List.of(
                get(
                        ROLLOUTS,
                        "Plans, newest first (viewer, releaser)",
                        RolloutsView.class,
                        "rollouts",
                        read),
                new Endpoint(
                        "POST",
                        ROLLOUTS,
                        "Draft a plan: a flag, in waves (releaser)",
                        Optional.of("rollout-request"),
                        201,
                        Optional.of(ONE),
                        written),
                get(
                        ROLLOUT,
                        "A plan, its waves and how they fare (viewer, releaser)",
                        RolloutView.class,
                        "rollout",
                        signed),
                new Endpoint(
                        "PUT",
                        ROLLOUT,
                        "Other terms, in the version that was seen; an approval is void then, and"
                                + " waves that have begun stay as they are (releaser)",
                        Optional.of("rollout-request"),
                        200,
                        Optional.of(ONE),
                        OperatorEndpoints.more(written, List.of(ProblemType.VERSION_CONFLICT))),
                get(
                        ROLLOUT + "/preview",
                        "Whom a wave would take now, why, and when each org is switched (viewer,"
                                + " releaser)",
                        RolloutPreviewView.class,
                        "rollout-preview",
                        read),
                get(
                        ROLLOUT + "/waves/{number}/health",
                        "How a wave fared over time, beside the orgs that were not reached (viewer,"
                                + " releaser)",
                        WavePlotView.class,
                        "wave-plot",
                        signed),
                get(
                        ROLLOUT + "/history",
                        "What was done to a plan, and from what to what (viewer, releaser,"
                                + " auditor)",
                        RolloutHistoryView.class,
                        "rollout-history",
                        signed));
    }

    private static Endpoint get(
            String path,
            String summary,
            Class<?> view,
            String example,
            List<ProblemType> refusals) {
        return new Endpoint(
                "GET",
                path,
                summary,
                Optional.empty(),
                200,
                Optional.of(new Endpoint.Answer(view, example)),
                refusals);
    }

    private static List<Endpoint> steps(List<ProblemType> refusals) {
        return List.of(
                step("submit", "Ask somebody else to approve (releaser)", refusals),
                step(
                        "approve",
                        "What was seen is good; not by whoever wrote it (releaser)",
                        refusals),
                step(
                        "decline",
                        "What was seen is not good; not by whoever wrote it (releaser)",
                        refusals),
                step("resume", "Go on, when the terms are approved (releaser)", refusals),
                step(
                        "advance",
                        "Wait no longer for the wave; each org still waits for its night"
                                + " (releaser)",
                        refusals),
                step("skip", "Leave out what is left of the wave (releaser)", refusals),
                step("complete", "Do nothing more; who has it keeps it (releaser)", refusals),
                step(
                        "pause",
                        "Switch on nobody more; takes no version (releaser, operator)",
                        refusals),
                step(
                        "roll-back",
                        "Take everything back, now; takes no version (releaser, operator)",
                        refusals),
                step(
                        "waves/{number}/roll-back",
                        "Take a wave back, now, and pause; takes no version (releaser, operator)",
                        refusals),
                step(
                        "abort",
                        "Take everything back, for good; takes no version (releaser, operator)",
                        refusals));
    }

    private static Endpoint step(String verb, String summary, List<ProblemType> refusals) {
        return new Endpoint(
                "POST",
                ROLLOUT + "/" + verb,
                summary,
                Optional.of("rollout-step-request"),
                200,
                Optional.of(ONE),
                refusals);
    }

    private static List<Endpoint> calendar(List<ProblemType> signed, List<ProblemType> written) {
        return List.of(
                get(
                        ROLLOUTS + "/calendar",
                        "When the orgs that wait are switched, and all freezes (viewer, releaser)",
                        RolloutCalendarView.class,
                        "rollout-calendar",
                        signed),
                new Endpoint(
                        "POST",
                        ROLLOUTS + "/freezes",
                        "Switch on none of some orgs for a while (releaser, operator)",
                        Optional.of("freeze-request"),
                        201,
                        Optional.of(new Endpoint.Answer(FreezeView.class, "freeze")),
                        OperatorEndpoints.more(written, List.of(ProblemType.VERSION_CONFLICT))),
                new Endpoint(
                        "DELETE",
                        ROLLOUTS + "/freezes/{freeze}",
                        "A freeze does not hold any longer (releaser)",
                        Optional.empty(),
                        204,
                        Optional.empty(),
                        signed),
                new Endpoint(
                        "PUT",
                        ROLLOUTS + "/choices/{feature}/{org}",
                        "What an org's administrator says of a feature: in, out or none; out takes"
                                + " effect at once (releaser, operator)",
                        Optional.of("choice-request"),
                        204,
                        Optional.empty(),
                        written));
    }

    private static List<Endpoint> profiles(List<ProblemType> signed, List<ProblemType> written) {
        return List.of(
                get(
                        PROFILES,
                        "What plans go by of each org (viewer, releaser)",
                        OrgProfilesView.class,
                        "org-profiles",
                        signed),
                new Endpoint(
                        "PUT",
                        PROFILES + "/{org}",
                        "Say what an org is like; without a zone, that of its Salesforce holds"
                                + " (releaser, operator)",
                        Optional.of("org-profile-request"),
                        200,
                        Optional.of(new Endpoint.Answer(OrgProfileView.class, "org-profile")),
                        written));
    }
}
