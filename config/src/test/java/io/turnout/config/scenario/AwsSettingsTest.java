package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.turnout.adapters.aws.EcsService;
import io.turnout.adapters.aws.Parameters;
import io.turnout.adapters.aws.SsmConfigVariables;
import io.turnout.application.setting.ConfigVariables;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Variables;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ssm.SsmClient;

/// A task that changes the parameters which tasks read when they start, and has its service
/// deployed anew by that.
class AwsSettingsTest {
    private static final String POOL = "TURNOUT_POOL_SIZE";
    private static final String LEAST = "TURNOUT_POOL_MIN";
    private static final String TIMEOUT = "TURNOUT_STATEMENT_TIMEOUT";

    @TempDir private Path folder;

    /// The service that the environment of the task names.
    private static EcsService service(MotoServer moto) {
        EcsClient ecs = AwsStartTest.place(moto).client(EcsClient.builder());
        ContainerDefinition web =
                ContainerDefinition.builder().name("web").image("turnout").memory(512).build();
        var _ = ecs.createCluster(one -> one.clusterName("turnout"));
        var _ = ecs.registerTaskDefinition(one -> one.family("turnout").containerDefinitions(web));
        var _ =
                ecs.createService(
                        one ->
                                one.cluster("turnout")
                                        .serviceName("web")
                                        .taskDefinition("turnout")
                                        .desiredCount(1));
        return new EcsService(ecs, "turnout", "web");
    }

    private static String deployment(EcsService service) {
        return service.ecs()
                .describeServices(one -> one.cluster(service.cluster()).services(service.service()))
                .services()
                .getFirst()
                .deployments()
                .getFirst()
                .id();
    }

    private static Variables now(ConfigVariables variables) {
        return ((Answer.Done<Variables>) variables.current()).value();
    }

    @Test
    void what_is_confirmed_is_read_by_whoever_starts_and_what_harms_never_is() throws Exception {
        if (!MotoServer.isThere()) {
            System.out.println("NOT RUN: " + getClass().getName() + ": no moto_server on the PATH");
            return;
        }
        int port = Started.freePort();
        HttpServer agent = AwsStartTest.agent();
        try (MotoServer moto = new MotoServer(folder);
                CloudStreet street = new CloudStreet(folder)) {
            EcsService service = service(moto);
            ConfigVariables variables =
                    new SsmConfigVariables(
                            new Parameters(
                                    AwsStartTest.place(moto).client(SsmClient.builder()), "aws"),
                            service::deploy,
                            InstantSource.system());
            Map<String, String> environment = AwsStartTest.environment(folder, street, moto, port);
            environment.put(
                    "ECS_CONTAINER_METADATA_URI_V4",
                    "http://127.0.0.1:" + agent.getAddress().getPort() + "/v4");
            assertEnds(0, "migrate", environment);
            street.publish("aws");
            String before = deployment(service);
            ConfigDesk desk = new ConfigDesk(street.gate("aws"), variables);

            try (Started web =
                    Started.run(
                            folder, AwsStartTest.line("server", "config/aws.yml"), environment)) {
                web.awaitOpen();
                ProposalId good = desk.propose(POOL, "12");
                var _ = desk.await(good, ChangeStage.WATCHING);
                desk.confirm(good);

                assertThat(now(variables).values()).containsEntry(POOL, "12");
                assertThat(deployment(service)).isNotEqualTo(before);

                ProposalId harmful = desk.propose(TIMEOUT, "1ms");
                System.out.println(
                        "rejected at AWS: "
                                + desk.await(harmful, ChangeStage.REJECTED).progress().note());
                assertThat(now(variables).values()).doesNotContainKey(TIMEOUT);
            }

            assertEnds(0, "check", environment);
            byHand(variables, Edits.set(LEAST, "13"));
            assertEnds(1, "check", environment);
        } finally {
            agent.stop(0);
        }
    }

    private static void byHand(ConfigVariables variables, Edits edits) {
        Answer<Applied> written =
                variables.apply(edits, now(variables).version(), new Why("cy", "by hand"));
        assertThat(written).isInstanceOf(Answer.Done.class);
    }

    private void assertEnds(int code, String command, Map<String, String> environment)
            throws Exception {
        try (Started run =
                Started.run(folder, AwsStartTest.line(command, "config/aws.yml"), environment)) {
            assertThat(run.exitCode()).as(run.said()).isEqualTo(code);
        }
    }
}
