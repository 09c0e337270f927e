package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.rollout.OrgZones;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.org.OrgId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The default time zone of an org, as its administrators set it among the company's settings.
public final class SalesforceOrgZones implements OrgZones {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceOrgZones.class);
    private static final String ZONE = "TimeZoneSidKey";
    private static final Soql QUERY = Soql.select(List.of(ZONE), "Organization");

    private final OrgCalls calls;
    private final SalesforceConnections connections;

    public SalesforceOrgZones(OrgCalls calls, SalesforceConnections connections) {
        this.calls = calls;
        this.connections = connections;
    }

    @Override
    public Optional<ZoneId> ask(OrgId org) {
        try {
            return connections.of(org).flatMap(to -> ask(org, to));
        } catch (RuntimeException broken) {
            // The port promises not to throw.
            LOG.warn(
                    "the time zone of {} was not read: {}", org, broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<ZoneId> ask(OrgId org, SalesforceConnection to) {
        return switch (new OrgQuestions(calls, to, CallKind.UPKEEP).rows(QUERY)) {
            case Outcome.Said<List<JsonNode>>(var rows) ->
                    rows.stream().findFirst().flatMap(row -> zone(row.path(ZONE).asText("")));
            case Outcome.Failed<List<JsonNode>>(var why) -> {
                LOG.warn("the time zone of {} was not read: {}", org, why);
                yield Optional.empty();
            }
        };
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
