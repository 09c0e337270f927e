package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.machine.FileConfigVariables;
import io.turnout.application.setting.ConfigVariables;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Variables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings that are valid and harmful, proposed to a house at which people register: a timeout of
/// a millisecond, and a trial that is killed.
class HarmfulSettingsTest {
    private static final Duration PROMISED = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir private Path folder;

    private Path settings(Street street) throws Exception {
        Path file = street.settings("harmed");
        String text =
                Files.readString(file)
                        .replace(
                                "maxSize: 16",
                                "maxSize: ${TURNOUT_POOL_SIZE:-16}\n"
                                        + "    initializationQuery: \"set statement_timeout ="
                                        + " '${TURNOUT_STATEMENT_TIMEOUT:-5s}'\"")
                        .replace(
                                "{level: INFO}",
                                "{level: INFO, loggers: {io.turnout.requests: WARN}}");
        return Files.writeString(
                file, text + "variables: {type: file, file: " + variables() + "}\n");
    }

    private Path variables() {
        return folder.resolve("vars.json");
    }

    @Test
    void both_are_as_they_were_within_a_minute_and_nobody_notices() throws Exception {
        try (Street street = new Street(folder, 10_000);
                Instance house = Instance.start(settings(street));
                People people = new People(house.url())) {
            ConfigVariables variables =
                    new FileConfigVariables(variables(), InstantSource.system());
            ConfigDesk desk = new ConfigDesk(street.gate(), variables);

            long began = System.nanoTime();
            ProposalId slow = desk.propose("TURNOUT_STATEMENT_TIMEOUT", "1ms");
            Proposal rejected = desk.await(slow, ChangeStage.REJECTED);
            Duration first = Duration.ofNanos(System.nanoTime() - began);

            began = System.nanoTime();
            ProposalId killed = desk.propose("TURNOUT_POOL_SIZE", "20");
            kill(house);
            Proposal over = desk.await(killed, ChangeStage.REJECTED);
            Duration second = Duration.ofNanos(System.nanoTime() - began);

            people.stop();
            System.out.printf(
                    "a timeout of 1 ms: rejected after %.1f s (%s)%n"
                            + "a trial that is killed: rejected after %.1f s (%s)%n"
                            + "meanwhile %d registrations, %d failed, the slowest took %d ms%n",
                    first.toMillis() / 1e3,
                    rejected.progress().note(),
                    second.toMillis() / 1e3,
                    over.progress().note(),
                    people.done.get(),
                    people.failed.get(),
                    people.slowest.get());
            assertThat(first).isLessThan(PROMISED);
            assertThat(second).isLessThan(PROMISED);
            assertThat(people.failed).hasValue(0);
            assertThat(people.done.get()).isPositive();
            assertThat(street.count("select count(*) from registration"))
                    .isEqualTo(people.done.get());
            assertThat(variables.current())
                    .isEqualTo(new Answer.Done<>(new Variables(0, Map.of())));
        }
    }

    /// The trial, as soon as it is there: a house starts nothing else.
    private static void kill(Instance house) throws InterruptedException {
        long end = System.nanoTime() + PROMISED.toNanos();
        Optional<ProcessHandle> trial = house.children().findFirst();
        while (trial.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
            trial = house.children().findFirst();
        }
        assertThat(trial.orElseThrow().destroyForcibly()).isTrue();
    }

    /// Some who register, one after another, each asking once.
    private static final class People implements AutoCloseable {
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger slowest = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final URI house;
        private final Thread walk;

        People(URI house) {
            this.house = house;
            this.walk = Thread.ofVirtual().start(this::walk);
        }

        private void walk() {
            for (int number = 1; !over.get(); number++) {
                long began = System.nanoTime();
                AtomicInteger came = isTaken(number) ? done : failed;
                int _ = came.incrementAndGet();
                int millis = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
                int _ = slowest.accumulateAndGet(millis, Math::max);
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }

        private boolean isTaken(int number) {
            try {
                return Started.visitor(number, house.getPort()).ask(house).statusCode() == 201;
            } catch (IOException | InterruptedException _) {
                return false;
            }
        }

        /// The last of them has their answer then.
        void stop() {
            over.set(true);
            try {
                walk.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            stop();
        }
    }
}
