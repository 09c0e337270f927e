package io.turnout.adapters.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.turnout.application.cloud.InstanceIdentity;
import io.turnout.domain.cloud.Identity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// A task, as the agent beside it says: `ECS_CONTAINER_METADATA_URI_V4`. The last part of its
/// ARN is nobody else's. Where the agent does not answer, what this start of the process has is
/// enough.
public final class EcsInstanceIdentity implements InstanceIdentity {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 2;
    private static final JsonMapper JSON = new JsonMapper();

    private final Identity self;

    /// Asks, once.
    ///
    /// @param metadata what the agent put into the environment
    /// @param boot what no other start of a process has
    public EcsInstanceIdentity(Optional<URI> metadata, String boot) {
        this.self =
                metadata.flatMap(EcsInstanceIdentity::ask)
                        .orElseGet(() -> new Identity("task-" + boot, Optional.empty()));
    }

    private static Optional<Identity> ask(URI metadata) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(metadata + "/task")).timeout(TIMEOUT).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    return identity(
                            JSON.readTree(client.send(request, BodyHandlers.ofString()).body()));
                } catch (IOException again) {
                    // It may be slow in the first second of a task.
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Optional<Identity> identity(JsonNode task) {
        String arn = task.path("TaskARN").asText("");
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        String release = task.path("Family").asText() + ":" + task.path("Revision").asText();
        return id.matches("[A-Za-z0-9-]{8,64}")
                ? Optional.of(new Identity("task-" + id, Optional.of(release)))
                : Optional.empty();
    }

    @Override
    public Identity self() {
        return self;
    }
}
