package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the description says of the paths by which deliveries, licences, the catalogue and what was
/// done are watched over.
public final class OperatorEndpoints {
    private static final String OPERATOR = "/v1/operator/";

    private OperatorEndpoints() {}

    /// Each with what every signed path may refuse, and `withBody` where a body is taken.
    public static List<Endpoint> all(List<ProblemType> signed, List<ProblemType> withBody) {
        return List.of(
                new Endpoint(
                        "GET",
                        OPERATOR + "retention",
                        "What is deleted when it was kept long enough, and from when on (viewer,"
                                + " security-admin)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(RetentionView.class, "retention")),
                        signed),
                new Endpoint(
                        "GET",
                        OPERATOR + "licenses",
                        "Licences, their age, and how their source fares (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(LicensesView.class, "licenses")),
                        more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "GET",
                        OPERATOR + "catalogue",
                        "How an org is polled, and its events with their trouble (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(CatalogView.class, "catalogue")),
                        more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "GET",
                        OPERATOR + "outbox",
                        "How an org's delivery stands (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(OutboxView.class, "outbox")),
                        more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "GET",
                        OPERATOR + "set-aside",
                        "What waits for a person; Salesforce's words for operators only (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(SetAsideView.class, "set-aside")),
                        more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "POST",
                        OPERATOR + "set-aside/replay",
                        "Owe rows again, one or all of an org (operator)",
                        Optional.of("replay-request"),
                        200,
                        Optional.of(new Endpoint.Answer(ReplayView.class, "replay")),
                        more(signed, withBody)),
                new Endpoint(
                        "GET",
                        OPERATOR + "trail",
                        "Whether one attendee has reached Salesforce, and how (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(TrailView.class, "trail")),
                        more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "GET",
                        OPERATOR + "budget",
                        "What an org's calls are used for, and when its backlog is gone (viewer)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(BudgetView.class, "budget")),
                        more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "GET",
                        OPERATOR + "audit",
                        "What operators did, from (inclusive) to (exclusive), up to 1,000 a page,"
                                + " each record hashed"
                                + " with the one before (auditor)",
                        Optional.empty(),
                        200,
                        Optional.of(new Endpoint.Answer(AuditView.class, "audit")),
                        more(signed, List.of(ProblemType.INVALID))),
                new Endpoint(
                        "POST",
                        OPERATOR + "reconciliations",
                        "Compare an event with its org, row by row (operator)",
                        Optional.of("reconciliation-request"),
                        202,
                        Optional.empty(),
                        more(signed, withBody)));
    }

    public static List<ProblemType> more(List<ProblemType> some, List<ProblemType> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().distinct().toList();
    }
}
