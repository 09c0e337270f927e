package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/// Signs in to one org: an assertion for a token (OAuth JWT bearer). A token of another org is
/// thrown away unused, since a refreshed sandbox or a re-pointed domain may answer for somebody
/// else.
final class SalesforceLogin {
    private static final String PATH = "/services/oauth2/token";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Pattern IDENTITY = Pattern.compile(".*/id/([A-Za-z0-9]{15,18})/[^/]+/?");
    private static final int SHORT_ID = 15;

    /// What passes by itself. Every other refusal needs somebody to act.
    private static final Set<String> PASSING = Set.of("unknown_error", "rate_limit_exceeded");

    private final SalesforceHttp http;
    private final InstantSource clock;
    private final AtomicLong logins = new AtomicLong();

    SalesforceLogin(SalesforceHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    Login login(SalesforceConnection connection) {
        return switch (ask(connection)) {
            case Reply.Said said when said.isOk() -> granted(connection, said);
            case Reply.Said said -> refused(said);
            case Reply.Silent(var why) -> new Login.Unreachable("login: " + why);
            case Reply.Denied(var why) -> new Login.Denied(why);
            case Reply.Unaffordable(var why) -> new Login.Unreachable(why);
        };
    }

    /// Salesforce's answer as it is.
    Reply ask(SalesforceConnection connection) {
        HttpPost post = new HttpPost(connection.loginUrl().resolve(PATH));
        String assertion = LoginAssertion.sign(connection.credentials(), clock.instant());
        post.setEntity(
                new UrlEncodedFormEntity(
                        List.of(
                                new BasicNameValuePair("grant_type", JWT_BEARER),
                                new BasicNameValuePair("assertion", assertion)),
                        UTF_8));
        return http.send(post);
    }

    private Login granted(SalesforceConnection connection, Reply.Said said) {
        Optional<JsonNode> json = said.json();
        String token = json.map(body -> body.path("access_token").asText()).orElse("");
        if (token.isEmpty()) {
            return new Login.Unreachable("login: no token in the answer");
        }
        if (!isOf(connection.org(), org(said))) {
            return new Login.Denied("the login is to another org than " + connection.org());
        }
        return json.flatMap(body -> instance(body.path("instance_url").asText()))
                .map(url -> token(connection, token, url))
                .<Login>map(Login.Granted::new)
                .orElse(new Login.Denied("the login names no safe instance URL"));
    }

    /// The org that the login is to, in whichever of its two forms.
    static Optional<String> org(Reply.Said said) {
        String identity = said.json().map(body -> body.path("id").asText()).orElse("");
        Matcher org = IDENTITY.matcher(identity);
        return org.matches() ? Optional.of(org.group(1)) : Optional.empty();
    }

    static boolean isOf(OrgId org, Optional<String> found) {
        return found.filter(id -> org.value().startsWith(shortId(id))).isPresent();
    }

    private AccessToken token(SalesforceConnection connection, String value, URI instance) {
        long number = logins.incrementAndGet();
        return new AccessToken(connection, value, instance, number, clock.instant());
    }

    private static String shortId(String id) {
        return id.substring(0, SHORT_ID);
    }

    static Optional<URI> instance(String url) {
        try {
            return Optional.of(URI.create(url)).filter(SalesforceConnection::isSafe);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Login refused(Reply.Said said) {
        Optional<SalesforceError> error = SalesforceError.ofLogin(said);
        boolean passes =
                said.status() >= 500
                        || said.status() == 420
                        || said.status() == 429
                        || error.map(SalesforceError::code).map(PASSING::contains).orElse(true);
        String why =
                "login: "
                        + error.map(one -> one.code() + ", " + Replies.shortened(one.message()))
                                .orElse("HTTP " + said.status());
        return passes ? new Login.Unreachable(why) : new Login.Denied(why);
    }
}
