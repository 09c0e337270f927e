package io.turnout.adapters.salesforce;

import io.turnout.application.delivery.OrgCensus;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.function.Function;

/// Counts and rows by SOQL: one composite call for all counts of an event, one query for a page
/// of rows, and no name or address among what is asked for.
public final class SalesforceOrgCensus implements OrgCensus {
    private final OrgCalls calls;
    private final SalesforceConnections connections;

    public SalesforceOrgCensus(OrgCalls calls, SalesforceConnections connections) {
        this.calls = calls;
        this.connections = connections;
    }

    @Override
    public Counted count(OrgId org, EventId event) {
        return switch (ask(org, connection -> count(connection, event))) {
            case Outcome.Said<Counted>(var counted) -> counted;
            case Outcome.Failed<Counted>(var why) -> new Counted.NotNow(why);
        };
    }

    private Outcome<Counted> count(SalesforceConnection connection, EventId event) {
        CountQueries queries = new CountQueries(connection.mapping(), event);
        return questions(connection).together(queries.paths()).map(queries::read);
    }

    @Override
    public Page page(OrgId org, EventId event, String after) {
        return switch (ask(org, connection -> page(connection, event, after))) {
            case Outcome.Said<Page>(var page) -> page;
            case Outcome.Failed<Page>(var why) -> new Page.NotNow(why);
        };
    }

    private Outcome<Page> page(SalesforceConnection connection, EventId event, String after) {
        AttendeePage page = new AttendeePage(connection.mapping().attendee());
        return questions(connection)
                .together(List.of("/queryAll?q=" + page.query(event, after).encoded()))
                .map(answers -> page.read(answers.getFirst()));
    }

    private OrgQuestions questions(SalesforceConnection connection) {
        return new OrgQuestions(calls, connection, CallKind.UPKEEP);
    }

    /// The port promises not to throw.
    private <T> Outcome<T> ask(OrgId org, Function<SalesforceConnection, Outcome<T>> question) {
        try {
            return connections
                    .of(org)
                    .map(question)
                    .orElse(new Outcome.Failed<>("the org is not connected"));
        } catch (RuntimeException broken) {
            return new Outcome.Failed<>("a fault of our own: " + broken.getClass().getSimpleName());
        }
    }
}
