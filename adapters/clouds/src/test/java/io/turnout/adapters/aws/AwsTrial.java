package io.turnout.adapters.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/// A place in moto, with credentials that the proxy knows.
final class AwsTrial {
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(Signature.KEY, Signature.SECRET));

    private AwsTrial() {}

    static AwsPlace place() {
        return at(Moto.proxy().url());
    }

    static AwsPlace at(URI url) {
        return new AwsPlace(Region.of(Moto.REGION), Optional.of(url), ATTEMPT, CREDENTIALS);
    }

    static String fresh() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// A service of one task.
    static EcsService service() {
        EcsClient ecs = place().client(EcsClient.builder());
        String name = fresh();
        ContainerDefinition web =
                ContainerDefinition.builder().name("web").image("turnout").memory(512).build();
        var _ = ecs.createCluster(one -> one.clusterName(name));
        var _ = ecs.registerTaskDefinition(one -> one.family(name).containerDefinitions(web));
        var _ =
                ecs.createService(
                        one ->
                                one.cluster(name)
                                        .serviceName("web")
                                        .taskDefinition(name)
                                        .desiredCount(1));
        return new EcsService(ecs, name, "web");
    }

    /// Which deployment its tasks are of.
    static String deployment(EcsService service) {
        return service.ecs()
                .describeServices(one -> one.cluster(service.cluster()).services(service.service()))
                .services()
                .getFirst()
                .deployments()
                .getFirst()
                .id();
    }
}
