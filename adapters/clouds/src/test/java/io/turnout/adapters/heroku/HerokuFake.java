package io.turnout.adapters.heroku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import io.turnout.application.cloud.CloudContract.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Heroku's Platform API for one app, as its published schema and its articles say: who may do what
/// (view, deploy, operate), in which version, how often, and that a change of variables restarts.
public final class HerokuFake implements AutoCloseable {
    public static final String APP = "turnout-heroku";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ACCEPT =
            Pattern.compile("application/vnd\\.heroku\\+json; *version=3(\\.[a-z]+)?");

    final HerokuApp app = new HerokuApp();
    public static final String TOKEN = "a-token";
    private final LoopbackServer server;
    final AtomicInteger remaining = new AtomicInteger(4_500);
    volatile Set<String> permissions = Set.of("view", "deploy", "operate");
    volatile @Nullable Fault fault;

    public HerokuFake() {
        server = new LoopbackServer(this::answer);
    }

    public URI url() {
        return server.url();
    }

    /// How often all dynos were restarted.
    public int restarts() {
        return app.restarts();
    }

    /// What a dyno that starts now has in its environment.
    public Map<String, String> variables() {
        return app.variables();
    }

    /// What Heroku answers.
    record Reply(int status, JsonNode body) {
        static Reply ok(JsonNode body) {
            return new Reply(200, body);
        }

        static Reply error(int status, String id, String message) {
            return new Reply(status, JSON.createObjectNode().put("id", id).put("message", message));
        }
    }

    /// What it is asked.
    record Asked(String method, String path, Optional<String> range, JsonNode body) {}

    private void answer(HttpExchange exchange) throws IOException {
        if (fault == Fault.UNREACHABLE) {
            server.hang();
        }
        Reply reply = reply(exchange);
        byte[] body = reply.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("RateLimit-Remaining", "" + remaining.get());
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept == null || !ACCEPT.matcher(accept).matches()) {
            return Reply.error(406, "not_acceptable", "Set a version in Accept.");
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.error(401, "unauthorized", "Invalid credentials provided.");
        }
        if (fault == Fault.THROTTLED || remaining.get() <= 0) {
            return Reply.error(429, "rate_limit", "Your account reached the API rate limit.");
        }
        remaining.decrementAndGet();
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String prefix = "/apps/" + APP + "/";
        if (fault == Fault.UNKNOWN || !path.startsWith(prefix)) {
            return Reply.error(404, "not_found", "Couldn't find that app.");
        }
        String rest = path.substring(prefix.length());
        if (fault == Fault.DENIED || !mayDo(method, rest)) {
            return Reply.error(403, "forbidden", "You do not have access to do that.");
        }
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Optional<String> range =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
        return app.reply(new Asked(method, rest, range, body));
    }

    /// Reading what a variable says is more than a look.
    private boolean mayDo(String method, String path) {
        Set<String> wanted =
                path.endsWith("config-vars")
                        ? Set.of("deploy", "operate")
                        : method.equals("GET") ? Set.of("view") : Set.of("operate");
        return wanted.stream().anyMatch(permissions::contains);
    }

    @Override
    public void close() {
        server.close();
    }
}
