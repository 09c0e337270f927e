package io.turnout.adapters.aws;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.setting.Applied.Effect;
import software.amazon.awssdk.services.ecs.EcsClient;

/// One service of ECS.
public record EcsService(EcsClient ecs, String cluster, String service) {
    /// As Application Auto Scaling calls it.
    String resource() {
        return "service/" + cluster + "/" + service;
    }

    /// Replaces its tasks, one after another, by such as read their variables now.
    public Answer<Effect> deploy() {
        return Asked.of(
                () -> {
                    var _ =
                            ecs.updateService(
                                    request ->
                                            request.cluster(cluster)
                                                    .service(service)
                                                    .forceNewDeployment(true));
                    return Effect.DEPLOYING;
                });
    }
}
