package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.connection.OrgSchema;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.org.OrgId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The objects and fields of an org over `describe`, one call an object.
public final class SalesforceOrgSchema implements OrgSchema {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceOrgSchema.class);

    private final OrgCalls calls;
    private final SalesforceConnections connections;
    private final Mappings mappings;

    public SalesforceOrgSchema(
            OrgCalls calls, SalesforceConnections connections, Mappings mappings) {
        this.calls = calls;
        this.connections = connections;
        this.mappings = mappings;
    }

    @Override
    public String needs(String mapping) {
        String text = mappings.of(mapping).map(one -> ObjectNeed.of(one).toString()).orElse("");
        try {
            byte[] mark = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(mark);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public SchemaReport describe(OrgId org) {
        try {
            SchemaReport report =
                    connections
                            .of(org)
                            .map(this::describe)
                            .orElse(new SchemaReport.Unanswered("the org is not connected"));
            log(org, report);
            return report;
        } catch (RuntimeException broken) {
            // The port promises not to throw.
            String kind = broken.getClass().getSimpleName();
            LOG.warn("the objects of {} were not looked at: {}", org, kind);
            return new SchemaReport.Unanswered("a fault of our own: " + kind);
        }
    }

    SchemaReport describe(SalesforceConnection connection) {
        List<Finding> findings = new ArrayList<>();
        for (ObjectNeed need : ObjectNeed.of(connection.mapping())) {
            switch (describe(connection, need)) {
                case Answer.Found(var found) -> findings.addAll(found);
                case Answer.None(var why) -> {
                    return new SchemaReport.Unanswered(need.object() + ": " + why);
                }
            }
        }
        return new SchemaReport.Described(findings);
    }

    private sealed interface Answer {
        record Found(List<Finding> findings) implements Answer {}

        record None(String why) implements Answer {}
    }

    private Answer describe(SalesforceConnection connection, ObjectNeed need) {
        String path =
                "/services/data/v%s/sobjects/%s/describe"
                        .formatted(connection.apiVersion(), need.object());
        Reply reply =
                calls.send(connection, CallKind.UPKEEP, url -> new HttpGet(url.resolve(path)));
        return switch (reply) {
            case Reply.Said said when said.isOk() -> compared(need, said);
            case Reply.Said said when isUnknown(said) ->
                    new Answer.Found(ObjectCheck.missing(need));
            case Reply.Said said -> new Answer.None(Replies.words(said));
            case Reply.Silent(var why) -> new Answer.None(why);
            case Reply.Denied(var why) -> new Answer.None(why);
            case Reply.Unaffordable(var why) -> new Answer.None(why);
        };
    }

    private static Answer compared(ObjectNeed need, Reply.Said said) {
        Optional<JsonNode> describe =
                said.json().filter(body -> !body.path("fields").path(0).isMissingNode());
        return describe.<Answer>map(body -> new Answer.Found(ObjectCheck.compare(need, body)))
                .orElse(new Answer.None("the answer describes nothing"));
    }

    /// Only Salesforce's own word that it has no such object counts, not the page of a proxy.
    private static boolean isUnknown(Reply.Said said) {
        return said.status() == 404
                && SalesforceError.ofCall(said)
                        .filter(error -> error.code().equals("NOT_FOUND"))
                        .isPresent();
    }

    private static void log(OrgId org, SchemaReport report) {
        switch (report) {
            case SchemaReport.Unanswered(var why) ->
                    LOG.warn("the objects of {} could not be looked at: {}", org, why);
            case SchemaReport.Described(var findings) when findings.isEmpty() ->
                    LOG.info("the objects and fields of {} are as its mapping says", org);
            case SchemaReport.Described(var findings) ->
                    findings.forEach(
                            one ->
                                    LOG.warn(
                                            "in {}, {} {}: {}",
                                            org,
                                            one.place(),
                                            one.what(),
                                            one.advice()));
        }
    }
}
