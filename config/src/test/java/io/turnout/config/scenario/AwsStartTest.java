package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpServer;
import io.turnout.adapters.aws.AwsPlace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/// The house as ECS starts it: the entry point of the image with the command of the task, and no
/// variable that the task definition does not name, with moto for KMS and a stub of the agent.
class AwsStartTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir private Path folder;

    static JsonNode container() throws Exception {
        return YAML.readTree(Files.readString(Started.house().resolve("config/aws/stack.yml")))
                .path("Resources")
                .path("Task")
                .path("Properties")
                .path("ContainerDefinitions")
                .path(0);
    }

    /// What ECS runs, as a shell would be told it.
    static String line(String... command) throws Exception {
        String entry =
                Files.readAllLines(Started.house().resolve("Dockerfile")).stream()
                        .filter(one -> one.startsWith("ENTRYPOINT "))
                        .map(one -> one.substring("ENTRYPOINT ".length()))
                        .findFirst()
                        .orElseThrow();
        Stream<String> words =
                Stream.concat(words(new JsonMapper().readTree(entry)), Stream.of(command));
        return words.map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    static Stream<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    private static Stream<String> named(JsonNode container) {
        return Stream.of("Environment", "Secrets")
                .flatMap(kind -> StreamSupport.stream(container.path(kind).spliterator(), false))
                .map(one -> one.path("Name").asText());
    }

    static HttpServer agent() throws Exception {
        HttpServer agent =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var _ =
                agent.createContext(
                        "/v4/task",
                        exchange -> {
                            byte[] body =
                                    "{\"TaskARN\":\"arn:aws:ecs:x:1:task/turnout/0123456789\"}"
                                            .getBytes(StandardCharsets.UTF_8);
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                            exchange.close();
                        });
        agent.start();
        return agent;
    }

    static AwsPlace place(MotoServer moto) {
        return new AwsPlace(
                Region.EU_WEST_1,
                Optional.of(moto.url()),
                Duration.ofSeconds(10),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")));
    }

    static Map<String, String> environment(
            Path folder, CloudStreet street, MotoServer moto, int port) throws Exception {
        String key = place(moto).client(KmsClient.builder()).createKey().keyMetadata().arn();
        Map<String, String> all = new HashMap<>();
        all.put("AWS_REGION", "eu-west-1");
        all.put("TURNOUT_KEY_ARN", key);
        all.put("TURNOUT_DATABASE_HOST", "localhost");
        all.put("TURNOUT_DATABASE_PORT", "" + street.postgres.getPort());
        all.put("TURNOUT_REDIS_HOST", "localhost");
        all.put("TURNOUT_ERASURE_LEDGER", folder.resolve("erasures.ledger").toString());
        all.put("TURNOUT_TRUSTED_PROXIES", "10.0.0.0/16");
        all.put("TURNOUT_VARIABLES_STACK", "aws");
        all.put("TURNOUT_ECS_CLUSTER", "turnout");
        all.put("TURNOUT_ECS_SERVICE", "web");
        all.put("TURNOUT_TARGET_GROUP", "");
        all.put("TURNOUT_MEDIA_BUCKET", "pictures");
        all.put("TURNOUT_MEDIA_URL", "https://pictures.example.com");
        all.put("TURNOUT_SHARED_SECRET", Base64.getEncoder().encodeToString(new byte[32]));
        all.put("TURNOUT_REDIS_TOKEN", "a-token");
        all.put("JAVA_TOOL_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=1" + trial(folder, port));
        assertThat(all.keySet()).containsExactlyInAnyOrderElementsOf(named(container()).toList());
        all.put("TURNOUT_REDIS_PORT", "" + street.redis.url().getPort());
        all.put("TURNOUT_DATABASE_NAME", CloudStreet.DATABASE);
        all.put("TURNOUT_DATABASE_USER", CloudStreet.USER);
        all.put("TURNOUT_AWS_ENDPOINT", moto.url().toString());
        all.put("AWS_ACCESS_KEY_ID", "a");
        all.put("AWS_SECRET_ACCESS_KEY", "b");
        return all;
    }

    /// What a test needs: free ports, and an authority that vouches for the store.
    private static String trial(Path folder, int port) throws Exception {
        return " -Ddw.server.applicationConnectors[0].port="
                + port
                + " -Ddw.server.adminConnectors[0].port="
                + Started.freePort()
                + " -Djavax.net.ssl.trustStore="
                + folder.resolve("self.p12")
                + " -Djavax.net.ssl.trustStorePassword=not-a-secret";
    }

    @Test
    void a_task_takes_a_registration_with_keys_that_kms_wrapped() throws Exception {
        if (!MotoServer.isThere()) {
            System.out.println("NOT RUN: " + getClass().getName() + ": no moto_server on the PATH");
            return;
        }
        int port = Started.freePort();
        HttpServer agent = agent();
        try (MotoServer moto = new MotoServer(folder);
                CloudStreet street = new CloudStreet(folder)) {
            Map<String, String> environment = environment(folder, street, moto, port);
            environment.put(
                    "ECS_CONTAINER_METADATA_URI_V4",
                    URI.create("http://127.0.0.1:" + agent.getAddress().getPort() + "/v4")
                            .toString());
            try (Started migrate =
                    Started.run(folder, line("migrate", "config/aws.yml"), environment)) {
                assertThat(migrate.exitCode()).as(migrate.said()).isZero();
            }
            street.publish("aws");
            String[] command = words(container().path("Command")).toArray(String[]::new);
            try (Started web = Started.run(folder, line(command), environment)) {
                web.awaitOpen();

                assertThat(Started.visitor(1, port).register().statusCode())
                        .as(web.said())
                        .isEqualTo(201);

                assertThat(street.encrypted().keySet()).containsExactly(true);
                assertThat(street.keysUnder(environment.getOrDefault("TURNOUT_KEY_ARN", "")))
                        .isPositive();
                assertThat(street.applications()).contains("turnout task-0123456789");
            }
        } finally {
            agent.stop(0);
        }
    }
}
