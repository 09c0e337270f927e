package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of the paths of instances.
public final class InstanceEndpoints {
    private static final Optional<Endpoint.Answer> ALL =
            Optional.of(new Endpoint.Answer(InstancesView.class, "instances"));

    private InstanceEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        List<ProblemType> written =
                OperatorEndpoints.more(
                        OperatorEndpoints.more(signed, withBody),
                        List.of(ProblemType.CONFIG_REJECTED));
        return List.of(
                new Endpoint(
                        "GET",
                        InstancesResource.ROOM,
                        "Who runs, how many are wanted and between which bounds, and what was"
                                + " decided last (viewer, config-author, config-approver, auditor)",
                        Optional.empty(),
                        200,
                        ALL,
                        signed),
                new Endpoint(
                        "PUT",
                        InstancesResource.ROOM + "/bounds",
                        "Between how many instances the stack runs from now on, within what the"
                                + " settings allow (config-author)",
                        Optional.of("instance-bounds-request"),
                        200,
                        ALL,
                        written),
                new Endpoint(
                        "POST",
                        InstancesResource.ROOM + "/floors",
                        "At least so many instances for a while, ahead of an opening"
                                + " (config-author, operator)",
                        Optional.of("instance-floor-request"),
                        200,
                        ALL,
                        written),
                new Endpoint(
                        "POST",
                        InstancesResource.ROOM + "/floors/removals",
                        "A floor is taken back, before it begins or while it holds"
                                + " (config-author, operator)",
                        Optional.of("instance-floor-request"),
                        200,
                        ALL,
                        written));
    }
}
