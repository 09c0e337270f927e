package io.turnout.config;

import io.turnout.adapters.aws.AwsPlace;
import io.turnout.adapters.aws.EcsService;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;

/// A service of ECS, whose tasks are the instances of a stack.
public record EcsSettings(
        @Valid @Nullable AwsSettings place, @Nullable String cluster, @Nullable String service) {
    /// Whether everything it needs is said.
    boolean isNamed() {
        return place != null && Named.all(cluster, service);
    }

    AwsPlace there() {
        return Objects.requireNonNull(place).open();
    }

    EcsService open() {
        return new EcsService(
                there().client(EcsClient.builder()),
                Objects.requireNonNull(cluster),
                Objects.requireNonNull(service));
    }
}
