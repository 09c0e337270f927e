package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.turnout.adapters.aws.EcsInstanceScaling;
import io.turnout.adapters.heroku.HerokuInstanceScaling;
import io.turnout.adapters.machine.ProcessInstanceScaling;
import io.turnout.application.memory.MemoryScalingPlans;
import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.ScalingTerms;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Prewarm;
import io.turnout.domain.scaling.ScalingPlan;
import io.turnout.domain.scaling.ScalingRule;
import io.turnout.domain.scaling.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the settings say of scaling, and what is built of it.
class ScalingSettingsTest {
    private static final String HEROKU =
            "{type: heroku, min: 2, max: 6, heroku: {app: turnout, token: secret}%s}";

    @TempDir private Path folder;

    /// What stands under `scaling`, alone.
    private ScalingSettings read(String text) throws Exception {
        return new YamlConfigurationFactory<>(
                        ScalingSettings.class,
                        Validators.newValidator(),
                        Jackson.newObjectMapper(),
                        "dw")
                .build(
                        new FileConfigurationSourceProvider(),
                        Files.writeString(folder.resolve("scaling.yml"), text).toString());
    }

    private static InstanceScaling opened(ScalingSettings settings) {
        return settings.open(
                new MemoryScalingPlans(new ScalingPlan(settings.bounds(), List.of())),
                InstantSource.system());
    }

    @Test
    void each_place_is_built_by_its_type() throws Exception {
        String machine =
                "{type: machine, min: 0, max: 2, machine: {folder: %s, settings: a.yml}}"
                        .formatted(folder);
        String aws =
                "{type: aws, min: 1, max: 2, aws: {place: {region: eu-west-1}, cluster: c,"
                        + " service: s}}";

        assertThat(opened(read(HEROKU.formatted("")))).isInstanceOf(HerokuInstanceScaling.class);
        assertThat(opened(read(machine))).isInstanceOf(ProcessInstanceScaling.class);
        assertThat(opened(read(aws))).isInstanceOf(EcsInstanceScaling.class);
        assertThat(opened(ScalingSettings.NONE)).isInstanceOf(NoScaling.class);
        assertThat(read(aws).terms().tracker()).isEqualTo(ScalingTerms.Tracker.CLOUD);
        assertThat(ScalingSettings.NONE.terms()).isEqualTo(ScalingTerms.NONE);
    }

    @Test
    void what_is_left_out_is_as_usual() throws Exception {
        ScalingTerms usual = read(HEROKU.formatted("")).terms();
        ScalingTerms said =
                read(HEROKU.formatted(
                                ", look: 5s, each: {cpu: 0.5}, out: 1s, in: 2m, slack: 0.5,"
                                        + " prewarm: {min: 4, lead: 15m}"))
                        .terms();

        assertThat(usual.rule()).isEqualTo(ScalingRule.USUAL);
        assertThat(usual.limits()).isEqualTo(new Bounds(2, 6));
        assertThat(usual.prewarm()).isEqualTo(Prewarm.NONE);
        assertThat(said.rule())
                .isEqualTo(
                        new ScalingRule(
                                new Targets(20, 200, 0.5, 500),
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(2),
                                0.5));
        assertThat(said.prewarm())
                .isEqualTo(new Prewarm(4, Duration.ofMinutes(15), Duration.ofMinutes(30)));
        assertThat(said.rest()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void what_cannot_be_is_refused_with_what_to_do() {
        for (List<String> wrong :
                List.of(
                        List.of("{type: heroku, min: 2, max: 6}", "needs scaling.heroku"),
                        List.of(
                                "{type: heroku, min: 2, max: 6, heroku: {app: a, token: ''}}",
                                "needs scaling.heroku beside it, with nothing empty"),
                        List.of("{type: machine, min: 2, max: 6}", "needs scaling.machine"),
                        List.of(
                                "{type: aws, min: 2, max: 6, aws: {cluster: c, service: s}}",
                                "needs scaling.aws"),
                        List.of("{type: none, min: 3, max: 2}", "min is no more than max"),
                        List.of("{type: none, min: 3, max: 501}", "less than or equal to 500"),
                        List.of(HEROKU.formatted(", each: {cpu: 0}"), "is to bear is above 0"),
                        List.of(HEROKU.formatted(", slack: -1"), "nor slack are below 0"))) {
            assertThatThrownBy(() -> read(wrong.getFirst()))
                    .isInstanceOf(ConfigurationValidationException.class)
                    .hasMessageContaining(wrong.getLast())
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void what_is_shown_of_settings_holds_no_token() throws Exception {
        assertThat(read(HEROKU.formatted("")).toString()).doesNotContain("secret");
    }
}
