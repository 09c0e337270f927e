package io.turnout.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {
    private static final Path SHIPPED = Path.of("..", "scenarios");

    @TempDir private Path folder;

    private Scenario read(String text) throws IOException {
        return ScenarioFile.read(Files.writeString(folder.resolve("mine.yml"), text));
    }

    @Test
    void every_shipped_scenario_can_be_read_and_says_why_and_what_must_hold() {
        assertThat(ScenarioFile.names(SHIPPED))
                .contains("march-11", "noisy-neighbour", "kill-instance");
        for (String name : ScenarioFile.names(SHIPPED)) {
            Scenario scenario = ScenarioFile.find(SHIPPED, name);
            assertThat(scenario.why()).endsWith(".");
            assertThat(scenario.expect()).isNotEmpty();
        }
    }

    @Test
    void one_figure_may_be_compared_with_another() {
        Expectation ratio = Expectation.of("storm.calm.p99 / quiet.calm.p99 <= 1.3");

        assertThat(ratio.isMet(Map.of("storm.calm.p99", 26.0, "quiet.calm.p99", 20.0))).isTrue();
        assertThat(ratio.isMet(Map.of("storm.calm.p99", 26.1, "quiet.calm.p99", 20.0))).isFalse();
        assertThat(ratio.isMet(Map.of("storm.calm.p99", 26.0))).isFalse();
    }

    @Test
    void a_file_is_read_whole() throws IOException {
        Scenario scenario =
                read(
                        """
                        why: To see.
                        events:
                          hall: {org: 00DTURNOUT0000125A, name: Hall, seats: 5}
                        phases:
                          - name: first
                            lasts: 90s
                            traffic: [{what: register, event: hall, perSecond: 0.5, retries: 2}]
                            happenings: [{after: 1s, what: kill, instance: 1}]
                            drains: 1m
                        expect: [first.register.p99 <= 60]
                        """);

        assertThat(scenario.name()).isEqualTo("mine");
        assertThat(scenario.house().instances()).isEqualTo(1);
        Scenario.Phase phase = scenario.phases().getFirst();
        assertThat(phase.lasts()).isEqualTo(Duration.ofSeconds(90));
        assertThat(phase.drains()).isEqualTo(Duration.ofMinutes(1));
        assertThat(phase.traffic())
                .containsExactly(
                        new Scenario.Traffic(
                                "register",
                                "hall",
                                "register",
                                0.5,
                                new Scenario.Manner(
                                        2,
                                        false,
                                        "",
                                        Duration.ofMillis(250),
                                        Duration.ofSeconds(30))));
        assertThat(phase.happenings().getFirst().instance()).isEqualTo(1);
    }

    @Test
    void what_is_not_known_is_named() {
        assertThatThrownBy(() -> read("why: x\nfoo: 1\nevents: {}\nphases: []\nexpect: []"))
                .hasMessageContaining("mine.yml")
                .hasMessageContaining("foo");
        assertThatThrownBy(() -> ScenarioFile.find(SHIPPED, "no-such"))
                .hasMessageContaining("there is no scenario no-such; there are: ");
        assertThatThrownBy(
                        () ->
                                read(
                                        """
                                        why: x
                                        events: {}
                                        phases:
                                          - name: a
                                            lasts: 1s
                                            traffic: [{what: read, event: hall, perSecond: 1}]
                                        expect: []
                                        """))
                .hasMessageContaining("no event is called hall");
    }

    @ParameterizedTest
    @CsvSource({
        "a.p99 <= 60, 60, true",
        "a.p99 <= 60, 60.1, false",
        "a.p99 >= 60, 59.9, false",
        "a.p99 >= 60, 60, true",
        "a.p99 = 0, 0, true",
        "a.p99 = 0, 1, false"
    })
    void an_expectation_is_held_against_its_figure(String text, double figure, boolean held) {
        assertThat(Expectation.of(text).isMet(Map.of("a.p99", figure))).isEqualTo(held);
    }

    @Test
    void a_figure_that_was_not_measured_is_no_pass() {
        Expectation none = Expectation.of("lost = 0");

        assertThat(none.isMet(Map.of())).isFalse();
        assertThat(none.told(Map.of())).startsWith("BROKEN").contains("no such figure");
        assertThatThrownBy(() -> Expectation.of("lost is nought"))
                .hasMessageContaining("figure <= number");
    }
}
