package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.turnout.adapters.salesforce.SalesforceConnectionProbe.Steps;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.Check.Step;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.connection.Finding.Harm;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.delivery.Spending;
import io.turnout.domain.org.OrgId;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/// The steps behind the door: are calls left, are objects and fields as the mapping says, can an
/// event be read, and could an attendee be written. Reads only.
final class DataProbe {
    private static final String BUDGET_ADVICE =
            "raise budget.share in our settings, or find out who uses the org's calls: in Setup,"
                    + " Company Information shows them";

    private final ProbeCalls calls;
    private final SalesforceOrgSchema schema;

    DataProbe(ProbeCalls calls, SalesforceConnections connections, Mappings mappings) {
        this.calls = calls;
        this.schema = new SalesforceOrgSchema(calls.calls(), connections, mappings);
    }

    /// Empty when it makes no sense to ask any further.
    Optional<SchemaReport> probe(SalesforceConnection connection, Steps steps) {
        steps.add(budget(connection));
        if (steps.failed()) {
            return Optional.empty();
        }
        SchemaReport report = schema.describe(connection);
        steps.add(schema(report));
        steps.add(events(connection, report));
        steps.add(attendees(connection, report));
        steps.add(links(connection, report));
        return Optional.of(report);
    }

    /// `limits` may be closed to the user; every answer says in its header what is used.
    private Check budget(SalesforceConnection connection) {
        Reply reply = get(connection, "/limits");
        return switch (reply) {
            case Reply.Said said when said.isOk() || isClosed(said) -> left(connection.org());
            case Reply.Said said ->
                    Check.failed(Step.BUDGET, Replies.words(said), DataAdvice.of(said));
            case Reply.Silent(var kind) ->
                    Check.failed(
                            Step.BUDGET,
                            "the org " + HostAdvice.of(kind).what(),
                            HostAdvice.of(kind).advice());
            case Reply.Denied(var why) ->
                    Check.failed(Step.BUDGET, why, "look at the session settings of the app");
            case Reply.Unaffordable(var why) -> Check.failed(Step.BUDGET, why, BUDGET_ADVICE);
        };
    }

    private static boolean isClosed(Reply.Said said) {
        return said.limits().isPresent() && !DataAdvice.isAboutAll(said);
    }

    private Check left(OrgId org) {
        Spending spending = calls.budget().look(org);
        long left = calls.rule().left(spending);
        String all =
                spending.everybody()
                        .map(DataProbe::words)
                        .orElse("the org does not say how many are used");
        String said =
                "%d of our %d calls of 24 hours are left; %s"
                        .formatted(left, calls.rule().limit(spending), all);
        return left > 0
                ? Check.ok(Step.BUDGET, said)
                : Check.failed(Step.BUDGET, said, BUDGET_ADVICE);
    }

    private static String words(CallUsage usage) {
        return "everybody together used %d of %d".formatted(usage.used(), usage.max());
    }

    private static Check schema(SchemaReport report) {
        return switch (report) {
            case SchemaReport.Unanswered(var why) ->
                    Check.failed(Step.SCHEMA, why, "mend this first, then test again");
            case SchemaReport.Described(var findings) when findings.isEmpty() ->
                    Check.ok(Step.SCHEMA, "objects and fields are as the mapping says");
            case SchemaReport.Described(var findings) ->
                    Check.failed(
                            Step.SCHEMA,
                            findings.size() + " things are not as the mapping says",
                            findings.stream()
                                    .map(Finding::advice)
                                    .limit(3)
                                    .collect(Collectors.joining("; ")));
        };
    }

    private Check events(SalesforceConnection connection, SchemaReport report) {
        if (!isFree(report, Harm.CATALOGUE)) {
            return Check.skipped(Step.EVENTS, "needs its objects and fields");
        }
        Reply reply = get(connection, "/query?q=" + URLEncoder.encode(query(connection), UTF_8));
        return switch (reply) {
            case Reply.Said said when said.isOk() -> events(said);
            case Reply.Said said ->
                    Check.failed(Step.EVENTS, Replies.words(said), DataAdvice.of(said));
            case Reply.Silent(var kind) ->
                    Check.failed(
                            Step.EVENTS,
                            "the org " + HostAdvice.of(kind).what(),
                            HostAdvice.of(kind).advice());
            case Reply.Denied(var why) -> Check.failed(Step.EVENTS, why, "test again");
            case Reply.Unaffordable(var why) -> Check.failed(Step.EVENTS, why, BUDGET_ADVICE);
        };
    }

    private static Check events(Reply.Said said) {
        boolean any = said.json().filter(body -> body.path("totalSize").asInt() > 0).isPresent();
        return Check.ok(
                Step.EVENTS,
                any
                        ? "an event can be read"
                        : "there is no event yet, or none is shared with the integration user");
    }

    private static String query(SalesforceConnection connection) {
        EventMapping event = connection.mapping().event();
        String fields =
                Stream.concat(
                                Stream.of(event.name(), event.startsAt(), event.endsAt()),
                                ApiNames.present(List.of(event.timeZone(), event.capacity())))
                        .collect(Collectors.joining(", "));
        return "SELECT Id, %s, %s FROM %s LIMIT 1"
                .formatted(fields, event.published(), event.object());
    }

    private static Check attendees(SalesforceConnection connection, SchemaReport report) {
        String object = connection.mapping().attendee().object();
        return switch (report) {
            case SchemaReport.Unanswered _ -> Check.skipped(Step.ATTENDEES, "is not known");
            case SchemaReport.Described described when described.delivers() ->
                    Check.ok(Step.ATTENDEES, object + " may be created and edited");
            case SchemaReport.Described described ->
                    Check.failed(
                            Step.ATTENDEES,
                            described.hindrance(),
                            "mend what the schema step names; until then rows wait, unharmed");
        };
    }

    private Check links(SalesforceConnection connection, SchemaReport report) {
        Optional<InviteeQuery> query = InviteeQuery.of(connection.mapping());
        if (calls.site().isEmpty()) {
            return Check.ok(Step.LINKS, "none are made: links.publicUrl is not in our settings");
        }
        if (query.isEmpty()) {
            return Check.ok(Step.LINKS, "none are made: " + SalesforceLinkSource.UNWANTED);
        }
        if (!isFree(report, Harm.LINKS) || !isFree(report, Harm.DELIVERY)) {
            return Check.skipped(Step.LINKS, "needs its fields");
        }
        String soql = query.get().any(calls.clock().instant()).encoded();
        return switch (get(connection, "/query?q=" + soql)) {
            case Reply.Said said when said.isOk() ->
                    Check.ok(Step.LINKS, "whom the org invites can be read, and gets a link");
            case Reply.Said said ->
                    Check.failed(Step.LINKS, Replies.words(said), DataAdvice.of(said));
            case Reply.Silent(var kind) ->
                    Check.failed(
                            Step.LINKS,
                            "the org " + HostAdvice.of(kind).what(),
                            HostAdvice.of(kind).advice());
            case Reply.Denied(var why) -> Check.failed(Step.LINKS, why, "test again");
            case Reply.Unaffordable(var why) -> Check.failed(Step.LINKS, why, BUDGET_ADVICE);
        };
    }

    private static boolean isFree(SchemaReport report, Harm harm) {
        return report instanceof SchemaReport.Described(var findings)
                && findings.stream().noneMatch(finding -> finding.harm() == harm);
    }

    private Reply get(SalesforceConnection connection, String path) {
        String base = "/services/data/v" + connection.apiVersion();
        return calls.calls()
                .send(connection, CallKind.UPKEEP, url -> new HttpGet(url.resolve(base + path)));
    }
}
