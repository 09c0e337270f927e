package io.turnout.adapters.salesforce;

import io.turnout.application.attendeelink.LinkSource;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whom orgs invited, over Salesforce's REST API: a query for up to 2,000 who have no link.
public final class SalesforceLinkSource implements LinkSource {
    static final String UNWANTED = "the mapping has no field attendee.link, or none for e-mail";

    private static final Logger LOG = LoggerFactory.getLogger(SalesforceLinkSource.class);

    private final OrgCalls calls;
    private final SalesforceConnections connections;
    private final InstantSource clock;

    public SalesforceLinkSource(
            OrgCalls calls, SalesforceConnections connections, InstantSource clock) {
        this.calls = calls;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public Reading read(OrgId org, Optional<InviteeId> last) {
        Reading reading;
        try {
            reading =
                    connections
                            .of(org)
                            .map(to -> read(to, last))
                            .orElseGet(() -> new Reading.Failed("the org is not connected"));
        } catch (RuntimeException broken) {
            // The port promises not to throw. The message may name a person: only its kind is kept.
            String kind = broken.getClass().getSimpleName();
            reading = new Reading.Failed("a fault of our own: " + kind);
        }
        if (reading instanceof Reading.Failed(var why)) {
            LOG.warn("whom {} invited was not read: {}", org, why);
        }
        return reading;
    }

    private Reading read(SalesforceConnection to, Optional<InviteeId> last) {
        Optional<InviteeQuery> query = InviteeQuery.of(to.mapping());
        if (query.isEmpty()) {
            return new Reading.Unwanted(UNWANTED);
        }
        OrgQuestions questions = new OrgQuestions(calls, to, CallKind.LINKS);
        return switch (questions
                .rows(query.get().page(last, clock.instant()))
                .map(query.get()::read)) {
            case Outcome.Said<Reading>(var said) -> said;
            case Outcome.Failed<Reading>(var why) -> new Reading.Failed(why);
        };
    }
}
