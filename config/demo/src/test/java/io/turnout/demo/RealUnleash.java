package io.turnout.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A real Unleash server with a PostgreSQL of its own, and somebody who edits it by hand.
final class RealUnleash implements AutoCloseable {
    static final String HAND = "mallory";
    static final String NOT_RUN =
            "NOT RUN: no Unleash server could be installed, so nothing was tried against one: ";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROJECT = "/api/admin/projects/default";

    final Path folder;
    final DataFolder data;
    final int postgres = freePort();
    final DemoDatabase database;
    final UnleashPackage program;
    UnleashProcess server;
    final String bot;
    private final String hand;
    private final HttpClient client = HttpClient.newHttpClient();

    private RealUnleash(UnleashPackage program) throws IOException {
        this.program = program;
        this.folder = Files.createTempDirectory("turnout-unleash");
        this.data = new DataFolder(folder);
        data.open();
        this.database = DemoDatabase.start(data, postgres);
        UnleashMain.createDatabase(postgres, "unleash");
        this.server = start(freePort());
        UnleashPeople people = new UnleashPeople(server.address());
        this.bot = people.token("turnout", UnleashPeople.ADMIN);
        this.hand = people.token(HAND, UnleashPeople.EDITOR);
    }

    /// Where no package can be fetched, the tests are given up aloud.
    static RealUnleash start() throws IOException {
        UnleashPackage program = UnleashPackage.usual();
        try {
            program.install();
        } catch (DemoTrouble trouble) {
            Assumptions.abort(NOT_RUN + trouble.getMessage());
        }
        return new RealUnleash(program);
    }

    private UnleashProcess start(int port) {
        return UnleashProcess.start(
                program,
                new UnleashProcess.Database(postgres, "unleash"),
                port,
                folder.resolve("unleash.log"));
    }

    void restart() {
        server = start(server.address().getPort());
    }

    /// Of a house that is to be beside it.
    String settings() {
        return settings(server.address().toString());
    }

    String settings(String url) {
        return "{type: unleash, url: '%s', token: '%s', adminToken: '%s'}"
                .formatted(url, UnleashProcess.READING_TOKEN, bot);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By hand: whatever is sent, Mallory sends it.
    JsonNode byHand(String method, String path, @Nullable JsonNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Authorization", hand)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(path + ": " + response.statusCode() + response.body());
            }
            return response.body().isEmpty()
                    ? JSON.createObjectNode()
                    : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void switchedOff(String flag) {
        var _ = byHand("POST", environment(flag) + "/off", null);
    }

    void switchedOn(String flag) {
        var _ = byHand("POST", environment(flag) + "/on", null);
    }

    void withoutStrategies(String flag) {
        for (JsonNode one : byHand("GET", environment(flag) + "/strategies", null)) {
            String id = one.path("id").asText();
            var _ = byHand("DELETE", environment(flag) + "/strategies/" + id, null);
        }
    }

    void archived(String flag) {
        var _ = byHand("DELETE", PROJECT + "/features/" + flag, null);
    }

    void extraStrategy(String flag) {
        ObjectNode strategy = JSON.createObjectNode().put("name", "flexibleRollout");
        strategy.putObject("parameters")
                .put("rollout", "5")
                .put("stickiness", "default")
                .put("groupId", flag);
        strategy.putArray("constraints");
        var _ = byHand("POST", environment(flag) + "/strategies", strategy);
    }

    /// The constraints of the flag's first segment, empty or one.
    void segment(String flag, String operator, String... values) {
        edited(flag + ".production.live", operator, List.of(values));
    }

    void edited(String segment, String operator, List<String> values) {
        ObjectNode body = JSON.createObjectNode().put("name", segment);
        var constraints = body.putArray("constraints");
        if (!values.isEmpty()) {
            ObjectNode one = constraints.addObject();
            one.put("contextName", "orgId").put("operator", operator);
            values.forEach(one.putArray("values")::add);
        }
        int id = one(segment).path("id").asInt();
        var _ = byHand("PUT", "/api/admin/segments/" + id, body);
    }

    /// All there are, by their names.
    Map<String, JsonNode> segments() {
        Map<String, JsonNode> all = new TreeMap<>();
        byHand("GET", "/api/admin/segments", null)
                .path("segments")
                .forEach(one -> all.put(one.path("name").asText(), one));
        return all;
    }

    private JsonNode one(String segment) {
        return Objects.requireNonNull(segments().get(segment), segment);
    }

    /// Who is named in a segment.
    List<String> named(String segment) {
        List<String> values = new ArrayList<>();
        one(segment).at("/constraints/0/values").forEach(v -> values.add(v.asText()));
        return values;
    }

    private static String environment(String flag) {
        return PROJECT + "/features/" + flag + "/environments/production";
    }

    @Override
    public void close() {
        client.close();
        server.close();
        database.close();
        data.close();
    }
}
