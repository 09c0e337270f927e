package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.turnout.adapters.aws.EcsTrialInstances;
import io.turnout.adapters.aws.SsmConfigVariables;
import io.turnout.adapters.heroku.HerokuConfigVariables;
import io.turnout.adapters.machine.FileConfigVariables;
import io.turnout.application.memory.MemoryTrialInstances;
import io.turnout.application.setting.ConfigVariables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the settings say of where variables are kept, and what is built of it.
class VariablesSettingsTest {
    private static final String FILE = "{type: file, file: vars.json}";
    private static final String HEROKU =
            "{type: heroku, heroku: {app: turnout, token: secret}, confirm: 5m}";
    private static final String AWS =
            "{type: aws, aws: {stack: us, place: {region: eu-west-1}, cluster: c, service: s}}";

    @TempDir private Path folder;

    /// What stands under `variables`, alone.
    private VariablesSettings read(String text) throws Exception {
        return new YamlConfigurationFactory<>(
                        VariablesSettings.class,
                        Validators.newValidator(),
                        Jackson.newObjectMapper(),
                        "dw")
                .build(
                        new FileConfigurationSourceProvider(),
                        Files.writeString(folder.resolve("variables.yml"), text).toString());
    }

    private ConfigVariables opened(String text) throws Exception {
        return read(text).open(InstantSource.system());
    }

    @Test
    void each_place_is_built_by_its_type() throws Exception {
        assertThat(opened(FILE)).isInstanceOf(FileConfigVariables.class);
        assertThat(opened(HEROKU)).isInstanceOf(HerokuConfigVariables.class);
        assertThat(opened(AWS)).isInstanceOf(SsmConfigVariables.class);
        assertThat(opened("{type: none}")).isInstanceOf(NoVariables.class);
        assertThat(read(HEROKU).confirmWithin()).isEqualTo(Duration.ofMinutes(5));
        assertThat(read(FILE).confirmWithin()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_place_whose_name_is_left_open_is_none() throws Exception {
        for (String open :
                new String[] {
                    FILE.replace("vars.json", "''"),
                    "{type: file}",
                    HEROKU.replace("secret", "''"),
                    HEROKU.replace("turnout", "''"),
                    AWS.replace("stack: us", "stack: ''"),
                    AWS.replace("cluster: c", "cluster: ''"),
                    AWS.replace("service: s", "service: ''")
                }) {
            assertThat(opened(open)).as(open).isInstanceOf(NoVariables.class);
        }
    }

    @Test
    void tasks_are_replaced_at_aws_and_nobody_elsewhere() throws Exception {
        MemoryTrialInstances beside = new MemoryTrialInstances();

        assertThat(read(AWS).trials(beside)).isInstanceOf(EcsTrialInstances.class);
        assertThat(read(HEROKU).trials(beside)).isSameAs(beside);
        assertThat(read(FILE).trials(beside)).isSameAs(beside);
    }

    @Test
    void a_place_without_a_type_is_refused() {
        assertThatThrownBy(() -> read("{file: vars.json}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("type");
    }

    @Test
    void what_is_shown_of_settings_holds_no_token() throws Exception {
        assertThat(read(HEROKU).toString()).doesNotContain("secret");
    }

    @Test
    void what_is_kept_in_a_file_wins_over_the_environment_but_for_what_is_tried() throws Exception {
        Path file = folder.resolve("vars.json");
        Files.writeString(
                file,
                "[{\"version\":1,\"actor\":\"a\",\"reason\":\"r\","
                    + "\"at\":\"2026-11-30T12:00:00Z\",\"values\":{\"ONE\":\"1\",\"TWO\":\"2\"}}]");
        Map<String, String> environment =
                Map.of(
                        KeptVariables.FILE,
                        file.toString(),
                        "ONE",
                        "10",
                        "TWO",
                        "20",
                        "THREE",
                        "30",
                        "TURNOUT_TRIED",
                        "TWO");

        assertThat(KeptVariables.substitutor(environment).replace("${ONE} ${TWO} ${THREE}"))
                .isEqualTo("1 20 30");
    }
}
