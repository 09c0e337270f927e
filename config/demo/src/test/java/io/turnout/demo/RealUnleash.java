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
            System.err.println(NOT_RUN + trouble.getMessage());
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

    /// The constraints of the flag's segment, empty or one.
    void segment(String flag, String operator, String... values) {
        String name = flag + ".production.live";
        for (JsonNode segment : byHand("GET", "/api/admin/segments", null).path("segments")) {
            if (segment.path("name").asText().equals(name)) {
                ObjectNode body = JSON.createObjectNode().put("name", name);
                var constraints = body.putArray("constraints");
                if (values.length > 0) {
                    ObjectNode one =
                            constraints
                                    .addObject()
                                    .put("contextName", "orgId")
                                    .put("operator", operator);
                    var all = one.putArray("values");
                    for (String value : values) {
                        all.add(value);
                    }
                }
                var _ = byHand("PUT", "/api/admin/segments/" + segment.path("id").asInt(), body);
                return;
            }
        }
        throw new AssertionError("no segment " + name);
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
