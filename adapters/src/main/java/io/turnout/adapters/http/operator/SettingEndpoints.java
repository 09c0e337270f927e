package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.wire.View;
import java.util.List;
import java.util.Optional;

/// What the description says of the paths of settings.
public final class SettingEndpoints {
    private static final String SETTINGS = SettingsResource.ROOM;
    private static final String PROPOSALS = SETTINGS + "/proposals";
    private static final String STEP = "rollout-step-request";

    private SettingEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        List<ProblemType> read =
                OperatorEndpoints.more(signed, List.of(ProblemType.CONFIG_REJECTED));
        List<ProblemType> written =
                OperatorEndpoints.more(
                        OperatorEndpoints.more(read, withBody),
                        List.of(ProblemType.VERSION_CONFLICT));
        return List.of(
                get(
                        SETTINGS,
                        "Every setting, earlier versions, and how instances fare (viewer,"
                                + " config-author, config-approver, auditor)",
                        SettingsView.class,
                        "settings",
                        read),
                get(
                        PROPOSALS,
                        "Proposals to change settings, newest first (viewer, config-author,"
                                + " config-approver, auditor)",
                        ProposalsView.class,
                        "setting-proposals",
                        signed),
                post(
                        PROPOSALS,
                        "Propose other settings; what is not sound, or names what does not answer,"
                                + " is refused with a reason each (config-author)",
                        "setting-proposal-request",
                        201,
                        written),
                get(
                        PROPOSALS + "/{proposal}",
                        "One proposal, how far it is and what was done (viewer, config-author,"
                                + " config-approver, auditor)",
                        ProposalView.class,
                        "setting-proposal",
                        signed),
                step(
                        "approve",
                        "What was seen is good; not by its author (config-approver)",
                        written),
                step("decline", "What was seen is not good (config-approver)", written),
                step(
                        "confirm",
                        "It stays; what was urgent, not by its author (config-author,"
                                + " config-approver)",
                        written),
                step(
                        "revert",
                        "Take it back, wherever it is (config-author, config-approver, operator)",
                        written),
                post(
                        SETTINGS + "/restore",
                        "Back to an earlier version of the variables; to the one confirmed last"
                                + " without approval (config-author, config-approver)",
                        STEP,
                        201,
                        written));
    }

    private static Endpoint get(
            String path,
            String summary,
            Class<? extends View> view,
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

    private static Endpoint step(String verb, String summary, List<ProblemType> refusals) {
        return post(PROPOSALS + "/{proposal}/" + verb, summary, STEP, 200, refusals);
    }

    private static Endpoint post(
            String path, String summary, String body, int status, List<ProblemType> refusals) {
        return new Endpoint(
                "POST",
                path,
                summary,
                Optional.of(body),
                status,
                Optional.of(new Endpoint.Answer(ProposalView.class, "setting-proposal")),
                refusals);
    }
}
