package io.turnout.adapters.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.InstanceScalingContract;
import io.turnout.domain.scaling.ScalingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessInstanceScalingTest extends InstanceScalingContract {
    private static final Duration DRAIN = Duration.ofSeconds(5);

    @TempDir private Path folder;
    private Place place;

    @BeforeEach
    void begin() {
        place = new Place(folder);
        assertThat(done(scaling().scaleTo(1, WHY)).desired()).isEqualTo(1);
    }

    @AfterEach
    void end() throws Exception {
        for (ProcessHandle process : processes()) {
            var _ = process.destroyForcibly();
            var _ = process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    /// As another process would ask that knows the folder.
    @Override
    protected InstanceScaling scaling() {
        return new ProcessInstanceScaling(
                new Launcher(
                        List.of("sleep", "600"), place.file(""), () -> Map.of("A", "b"), DRAIN),
                new FileScalingPlans(place.file("plan.json"), new ScalingPlan(FIRST, List.of())),
                InstantSource.system());
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.UNREACHABLE);
    }

    @Override
    protected void strike(Fault fault) {
        place.takeAway();
    }

    @Override
    protected void heal() {
        place.bringBack();
    }

    private List<ProcessHandle> processes() throws IOException {
        var roll = new JsonMapper().readTree(Files.readAllBytes(place.file("instances.json")));
        return StreamSupport.stream(roll.path("instances").spliterator(), false)
                .map(one -> one.path("pid").asLong())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    @Test
    void processes_come_and_go_whoever_decides() throws Exception {
        List<ProcessHandle> one = processes();
        var _ = done(scaling().scaleTo(3, WHY));
        List<ProcessHandle> three = processes();

        assertThat(three).hasSize(3).containsAll(one);

        var _ = done(scaling().scaleTo(1, WHY));
        assertThat(processes()).isEqualTo(one);
        for (ProcessHandle told : three.subList(1, 3)) {
            assertThat(told.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void what_died_is_started_again_and_nobody_else_is_taken_for_it() throws Exception {
        ProcessHandle first = processes().getFirst();
        var _ = first.destroyForcibly();
        var _ = first.onExit().get(10, TimeUnit.SECONDS);

        assertThat(done(scaling().observe()).desired()).isEqualTo(1);
        assertThat(processes()).isEmpty();

        var _ = done(scaling().scaleTo(1, WHY));
        assertThat(processes()).hasSize(1).doesNotContain(first);
    }

    @Test
    void what_is_not_ready_does_not_run_yet() {
        assertThat(done(scaling().observe()).running()).isZero();
    }
}
