package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.turnout.adapters.machine.FileScalingPlans;
import io.turnout.adapters.machine.Launcher;
import io.turnout.adapters.machine.ProcessInstanceScaling;
import io.turnout.application.scaling.InstanceScaling;
import io.turnout.config.TurnoutApplication;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.ScalingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Houses that are started and stopped by how many are wanted, as a loop would want them.
class ScaledStreetTest {
    private static final Why WHY = new Why("ada@vendor.example", "the opening");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder;

    private InstanceScaling scaling(Path settings) {
        return new ProcessInstanceScaling(
                new Launcher(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Ddw.instance=p{port}",
                                "-Ddw.server.applicationConnectors[0].port={port}",
                                "-Ddw.server.adminConnectors[0].port={adminPort}",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TurnoutApplication.class.getName(),
                                "server",
                                settings.toString()),
                        folder,
                        Map::of,
                        Duration.ofSeconds(30)),
                new FileScalingPlans(
                        folder.resolve("plan.json"), new ScalingPlan(new Bounds(0, 2), List.of())),
                InstantSource.system());
    }

    private static Fleet done(Answer<Fleet> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<Fleet>) answer).value();
    }

    @Test
    void two_houses_come_take_registrations_and_go_when_fewer_are_wanted() throws Exception {
        try (Street street = new Street(folder, 10)) {
            Path settings = street.settings("scaled");
            assertThat(done(scaling(settings).scaleTo(2, WHY)).desired()).isEqualTo(2);
            try {
                await(settings, 2);
                int number = 0;
                for (JsonNode one : instances()) {
                    assertThat(
                                    Started.visitor(number++, one.path("port").asInt())
                                            .register()
                                            .statusCode())
                            .isEqualTo(201);
                }

                ProcessHandle youngest =
                        ProcessHandle.of(instances().path(1).path("pid").asLong()).orElseThrow();
                assertThat(done(scaling(settings).scaleTo(1, WHY)).running()).isPositive();

                assertThat(youngest.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isAlive())
                        .isFalse();
                assertThat(
                                Started.visitor(2, instances().path(0).path("port").asInt())
                                        .register()
                                        .statusCode())
                        .isEqualTo(201);
            } finally {
                assertThat(done(scaling(settings).scaleTo(0, WHY)).desired()).isZero();
            }
        }
    }

    private JsonNode instances() throws Exception {
        return new JsonMapper()
                .readTree(Files.readAllBytes(folder.resolve("instances.json")))
                .path("instances");
    }

    private void await(Path settings, int running) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (done(scaling(settings).observe()).running() < running) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(200);
        }
    }
}
