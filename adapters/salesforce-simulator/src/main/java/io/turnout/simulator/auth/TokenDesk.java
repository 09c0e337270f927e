package io.turnout.simulator.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// `/services/oauth2/token` and `/services/oauth2/revoke` of one org.
public final class TokenDesk {
    private static final String JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Set<String> AUDIENCES =
            Set.of("https://login.salesforce.com", "https://test.salesforce.com");
    private static final long AHEAD_SECONDS_MAX = 300;
    private static final long SKEW_SECONDS = 180;

    private final String org;
    private final List<App> apps;
    private final List<User> users;
    private final Sessions sessions;
    private final InstantSource clock;

    /// Everybody the desk knows.
    public record Known(List<App> apps, List<User> users) {}

    public TokenDesk(String org, Known known, Sessions sessions, InstantSource clock) {
        this.org = org;
        this.apps = known.apps();
        this.users = known.users();
        this.sessions = sessions;
        this.clock = clock;
    }

    private static final class No extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String error;
        private final String description;

        No(String error, String description) {
            super(description, null, false, false);
            this.error = error;
            this.description = description;
        }
    }

    public Reply token(Exchange exchange) {
        Map<String, String> form = exchange.form();
        try {
            ObjectNode answer =
                    switch (form.getOrDefault("grant_type", "")) {
                        case JWT -> bearer(exchange, form);
                        case "client_credentials" -> clientCredentials(exchange, form);
                        case "password" -> password(exchange, form);
                        case "refresh_token" -> refresh(exchange, form);
                        default ->
                                throw new No("unsupported_grant_type", "grant type not supported");
                    };
            return Reply.json(200, answer).with("Cache-Control", "no-store");
        } catch (No no) {
            ObjectNode body = Json.object();
            body.put("error", no.error).put("error_description", no.description);
            return Reply.json(400, body).with("Cache-Control", "no-store");
        }
    }

    private ObjectNode bearer(Exchange exchange, Map<String, String> form) {
        Assertion assertion =
                Assertion.parse(form.getOrDefault("assertion", ""))
                        .orElseThrow(() -> new No("invalid_grant", "invalid assertion"));
        App app = app(assertion.claim("iss"));
        if (app.publicKey() == null || !assertion.signedBy(app.publicKey())) {
            throw new No("invalid_grant", "invalid assertion");
        }
        String audience = assertion.claim("aud").replaceAll("/$", "");
        if (!AUDIENCES.contains(audience) && !audience.equals(exchange.base().toString())) {
            throw new No("invalid_grant", "audience is invalid");
        }
        long now = clock.millis() / 1_000;
        if (assertion.expires() < now - SKEW_SECONDS) {
            throw new No("invalid_grant", "expired authorization code");
        }
        if (assertion.expires() > now + AHEAD_SECONDS_MAX + SKEW_SECONDS) {
            throw new No("invalid_grant", "invalid assertion");
        }
        User user = user(assertion.claim("sub"), "user hasn't approved this consumer");
        return granted(exchange, sessions.open(user, app));
    }

    private ObjectNode clientCredentials(Exchange exchange, Map<String, String> form) {
        App app = secured(exchange, form);
        String runAs = app.runAs() == null ? "" : app.runAs();
        User user = user(runAs, "no client credentials user enabled");
        return signed(granted(exchange, sessions.open(user, app)), app);
    }

    private ObjectNode password(Exchange exchange, Map<String, String> form) {
        App app = secured(exchange, form);
        User user = user(form.getOrDefault("username", ""), "authentication failure");
        // Clients append the security token to the password; any is taken.
        if (!form.getOrDefault("password", "").startsWith(user.password())) {
            throw new No("invalid_grant", "authentication failure");
        }
        Sessions.Session session = sessions.open(user, app);
        // The web flow is not modelled; this is the one place a refresh token can be had.
        ObjectNode answer = granted(exchange, session);
        answer.put("refresh_token", sessions.refresher(session));
        return signed(answer, app);
    }

    private ObjectNode refresh(Exchange exchange, Map<String, String> form) {
        App app = app(form.getOrDefault("client_id", ""));
        Sessions.Session before =
                sessions.byRefresher(form.getOrDefault("refresh_token", ""))
                        .filter(session -> session.app().equals(app))
                        .orElseThrow(() -> new No("invalid_grant", "expired access/refresh token"));
        return signed(granted(exchange, sessions.open(before.user(), app)), app);
    }

    private App app(String consumerKey) {
        return apps.stream()
                .filter(app -> app.consumerKey().equals(consumerKey))
                .findFirst()
                .orElseThrow(() -> new No("invalid_client_id", "client identifier invalid"));
    }

    private App secured(Exchange exchange, Map<String, String> form) {
        List<String> basic = basic(exchange).orElse(List.of("", ""));
        App app = app(form.getOrDefault("client_id", basic.get(0)));
        String secret = form.getOrDefault("client_secret", basic.get(1));
        if (app.secret() == null || !app.secret().equals(secret)) {
            throw new No("invalid_client", "invalid client credentials");
        }
        return app;
    }

    private static Optional<List<String>> basic(Exchange exchange) {
        return exchange.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, 6))
                .map(header -> Base64.getMimeDecoder().decode(header.substring(6)))
                .map(bytes -> List.of(new String(bytes, StandardCharsets.UTF_8).split(":", 2)))
                .filter(pair -> pair.size() == 2);
    }

    private User user(String username, String otherwise) {
        return users.stream()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst()
                .orElseThrow(() -> new No("invalid_grant", otherwise));
    }

    private ObjectNode granted(Exchange exchange, Sessions.Session session) {
        ObjectNode answer = Json.object();
        answer.put("access_token", session.token());
        answer.put("scope", "api web id");
        answer.put("instance_url", exchange.base().toString());
        answer.put("id", exchange.base() + "/id/" + org + "/" + session.user().id());
        answer.put("token_type", "Bearer");
        return answer;
    }

    private ObjectNode signed(ObjectNode answer, App app) {
        String issued = Long.toString(clock.millis());
        answer.put("issued_at", issued);
        answer.put("signature", signature(answer.path("id").asText() + issued, app.secret()));
        return answer;
    }

    private static String signature(String text, @Nullable String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            String key = secret == null || secret.isEmpty() ? "none" : secret;
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// Ends a session; the token may come in the query or in a form.
    public Reply revoke(Exchange exchange) {
        if (sessions.revoke(exchange.form().getOrDefault("token", ""))) {
            return Reply.empty(200);
        }
        ObjectNode body = Json.object();
        body.put("error", "unsupported_token_type");
        body.put("error_description", "this token is not supported");
        return Reply.json(400, body);
    }
}
