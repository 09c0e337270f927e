package io.turnout.simulator.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.Optional;

/// Who a token belongs to: `/id/{org}/{user}` and `/services/oauth2/userinfo`. A bad token is
/// answered here with 403 and plain text, unlike everywhere else.
public final class IdentityDesk {
    private final String org;
    private final Sessions sessions;

    public IdentityDesk(String org, Sessions sessions) {
        this.org = org;
        this.sessions = sessions;
    }

    /// The token of a request: `Bearer` as the standard has it, or `OAuth` as old clients write.
    public static Optional<String> token(Exchange exchange) {
        Optional<String> header =
                exchange.header("Authorization")
                        .filter(
                                text ->
                                        text.regionMatches(true, 0, "Bearer ", 0, 7)
                                                || text.regionMatches(true, 0, "OAuth ", 0, 6))
                        .map(text -> text.substring(text.indexOf(' ') + 1).trim());
        return header.or(() -> exchange.parameter("oauth_token"));
    }

    public Reply identity(Exchange exchange) {
        return token(exchange)
                .flatMap(sessions::find)
                .map(session -> Reply.json(200, identity(exchange, session)))
                .orElseGet(IdentityDesk::bad);
    }

    public Reply userinfo(Exchange exchange) {
        return token(exchange)
                .flatMap(sessions::find)
                .map(session -> Reply.json(200, userinfo(exchange, session)))
                .orElseGet(IdentityDesk::bad);
    }

    private static Reply bad() {
        return Reply.text(403, "text/plain", "Bad_OAuth_Token");
    }

    private ObjectNode identity(Exchange exchange, Sessions.Session session) {
        User user = session.user();
        ObjectNode body = Json.object();
        body.put("id", exchange.base() + "/id/" + org + "/" + user.id());
        body.put("asserted_user", true);
        body.put("user_id", user.id());
        body.put("organization_id", org);
        body.put("username", user.username());
        body.put("display_name", user.username());
        body.put("email", user.username());
        body.put("user_type", "STANDARD");
        body.put("active", true);
        body.set("urls", urls(exchange));
        return body;
    }

    private ObjectNode userinfo(Exchange exchange, Sessions.Session session) {
        User user = session.user();
        ObjectNode body = Json.object();
        body.put("sub", exchange.base() + "/id/" + org + "/" + user.id());
        body.put("user_id", user.id());
        body.put("organization_id", org);
        body.put("preferred_username", user.username());
        body.put("name", user.username());
        body.put("email", user.username());
        body.set("urls", urls(exchange));
        return body;
    }

    private static ObjectNode urls(Exchange exchange) {
        String data = exchange.base() + "/services/data/v{version}/";
        ObjectNode urls = Json.object();
        urls.put("rest", data);
        urls.put("sobjects", data + "sobjects/");
        urls.put("query", data + "query/");
        urls.put("custom_domain", exchange.base().toString());
        return urls;
    }
}
