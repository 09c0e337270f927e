package io.turnout.adapters.salesforce;

import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/// Calls to the orgs, signed in. A session may end at any moment: then it is renewed once and the
/// same request is sent once more. A second no is not a matter of sessions.
public final class OrgCalls {
    /// By this an org's own automation can tell our writes from others.
    private static final String CALL_OPTIONS = "client=turnout/1.0";

    private static final int UNAUTHORIZED = 401;

    private final SalesforceHttp http;
    private final AccessTokens tokens;
    private final InstantSource clock;
    private final ConcurrentMap<OrgId, ApiUsage> usage = new ConcurrentHashMap<>();

    public OrgCalls(HttpClient client, InstantSource clock) {
        this.http = new SalesforceHttp(client, clock);
        this.tokens = new AccessTokens(new SalesforceLogin(http, clock), clock);
        this.clock = clock;
    }

    /// What the org's last answer said of its calls; empty before the first.
    public Optional<ApiUsage> usage(OrgId org) {
        return Optional.ofNullable(usage.get(org));
    }

    /// Sends what `request` makes for the org's URL. It is asked again for the second try.
    Reply send(SalesforceConnection connection, Function<URI, HttpUriRequestBase> request) {
        Login login = tokens.of(connection);
        Reply first = send(login, request);
        if (login instanceof Login.Granted(var token) && isUnauthorized(first)) {
            Reply second = send(tokens.insteadOf(token), request);
            return isUnauthorized(second)
                    ? new Reply.Denied("a new session is refused too: " + code(second))
                    : second;
        }
        return first;
    }

    private Reply send(Login login, Function<URI, HttpUriRequestBase> request) {
        return switch (login) {
            case Login.Granted(var token) -> send(token, request);
            case Login.Denied(var why) -> new Reply.Denied(why);
            case Login.Unreachable(var why) -> new Reply.Silent(why);
        };
    }

    private Reply send(AccessToken token, Function<URI, HttpUriRequestBase> request) {
        HttpUriRequestBase signed = request.apply(token.instanceUrl());
        signed.setHeader("Authorization", "Bearer " + token.value());
        signed.setHeader("Sforce-Call-Options", CALL_OPTIONS);
        Reply reply = http.send(signed);
        if (reply instanceof Reply.Said said) {
            said.limits()
                    .flatMap(header -> ApiUsage.read(header, clock.instant()))
                    .ifPresent(latest -> usage.put(token.connection().org(), latest));
        }
        return reply;
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
