package io.turnout.adapters.salesforce;

import io.turnout.application.delivery.CallBudget;
import io.turnout.domain.attendeelink.LinkSite;
import io.turnout.domain.delivery.BudgetRule;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.hc.client5.http.classic.HttpClient;

/// By what a connection is tried: the client for the login, the calls of everybody for the rest,
/// the account of calls with its rule, to say what is left, and where links are opened, if any are
/// made.
public record ProbeCalls(
        HttpClient client,
        InstantSource clock,
        OrgCalls calls,
        CallBudget budget,
        BudgetRule rule,
        Optional<LinkSite> site) {
    SalesforceHttp http() {
        return new SalesforceHttp(client, clock);
    }
}
