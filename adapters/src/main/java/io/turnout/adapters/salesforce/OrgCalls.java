package io.turnout.adapters.salesforce;

import io.turnout.application.delivery.CallBudget;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/// Calls to the orgs, signed in and within their budget: every call there is goes through here. A
/// session may end at any moment: then it is renewed once and the same request is sent once more.
/// A second no is not a matter of sessions.
public final class OrgCalls {
    /// By this an org's own automation can tell our writes from others.
    private static final String CALL_OPTIONS = "client=turnout/1.0";

    private static final int UNAUTHORIZED = 401;

    private final SalesforceHttp http;
    private final AccessTokens tokens;
    private final InstantSource clock;
    private final CallBudget budget;

    public OrgCalls(HttpClient client, InstantSource clock, CallBudget budget) {
        this.http = new SalesforceHttp(client, clock);
        this.tokens = new AccessTokens(new SalesforceLogin(http, clock), clock);
        this.clock = clock;
        this.budget = budget;
    }

    /// Sends what `request` makes for the org's URL. It is asked again for the second try.
    Reply send(
            SalesforceConnection connection,
            CallKind kind,
            Function<URI, HttpUriRequestBase> request) {
        Login login = tokens.of(connection);
        Reply first = send(login, kind, request);
        if (login instanceof Login.Granted(var token) && isUnauthorized(first)) {
            Reply second = send(tokens.insteadOf(token), kind, request);
            return isUnauthorized(second)
                    ? new Reply.Denied("a new session is refused too: " + code(second))
                    : second;
        }
        return first;
    }

    private Reply send(Login login, CallKind kind, Function<URI, HttpUriRequestBase> request) {
        return switch (login) {
            case Login.Granted(var token) -> send(token, kind, request);
            case Login.Denied(var why) -> new Reply.Denied(why);
            case Login.Unreachable(var why) -> new Reply.Silent(why);
        };
    }

    private Reply send(
            AccessToken token, CallKind kind, Function<URI, HttpUriRequestBase> request) {
        OrgId org = token.connection().org();
        return switch (budget.ask(org, kind)) {
            case CallBudget.Permit.Refused(var why) -> new Reply.Unaffordable(why);
            case CallBudget.Permit.Granted() -> {
                HttpUriRequestBase signed = request.apply(token.instanceUrl());
                signed.setHeader("Authorization", "Bearer " + token.value());
                signed.setHeader("Sforce-Call-Options", CALL_OPTIONS);
                Reply reply = http.send(signed);
                hear(org, reply);
                yield reply;
            }
        };
    }

    private void hear(OrgId org, Reply reply) {
        if (reply instanceof Reply.Said said) {
            said.limits()
                    .flatMap(header -> UsageHeader.read(header, clock.instant()))
                    .ifPresent(usage -> budget.heard(org, usage));
            if (isExhausted(said)) {
                budget.exhausted(org);
            }
        }
    }

    private static boolean isExhausted(Reply.Said said) {
        return !said.isOk()
                && SalesforceError.ofCall(said)
                        .map(error -> CallRules.receipt(said.status(), error))
                        .filter(Receipt.Spent.class::isInstance)
                        .isPresent();
    }

    private static boolean isUnauthorized(Reply reply) {
        return reply instanceof Reply.Said said && said.status() == UNAUTHORIZED;
    }

    private static String code(Reply reply) {
        return reply instanceof Reply.Said said
                ? SalesforceError.ofCall(said)
                        .map(SalesforceError::code)
                        .orElse(SalesforceError.UNKNOWN)
                : SalesforceError.UNKNOWN;
    }
}
