package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.turnout.adapters.aws.TargetGroupAffinity;
import io.turnout.adapters.heroku.HerokuSessionAffinity;
import io.turnout.adapters.machine.BalancerAffinity;
import io.turnout.application.memory.MemorySessionAffinity;
import io.turnout.application.scaling.Front;
import io.turnout.application.scaling.KeepAffinity;
import io.turnout.application.scaling.SessionAffinity;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.scaling.AffinityPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the settings say of affinity, and what is built of it.
class AffinitySettingsTest {
    private static final String HEROKU =
            "{type: heroku, policy: %s, heroku: {app: turnout, token: secret}}";
    private static final String AWS =
            "{type: aws, policy: sticky, aws: {place: {region: eu-west-1}, targetGroup: 'arn:a'}}";

    @TempDir private Path folder;

    /// What stands under `affinity`, alone.
    private AffinitySettings read(String text) throws Exception {
        return new YamlConfigurationFactory<>(
                        AffinitySettings.class,
                        Validators.newValidator(),
                        Jackson.newObjectMapper(),
                        "dw")
                .build(
                        new FileConfigurationSourceProvider(),
                        Files.writeString(folder.resolve("affinity.yml"), text).toString());
    }

    private static SessionAffinity opened(AffinitySettings settings) {
        return settings.open(InstantSource.system());
    }

    @Test
    void each_front_is_built_by_its_type() throws Exception {
        assertThat(opened(read(HEROKU.formatted("sticky"))))
                .isInstanceOf(HerokuSessionAffinity.class);
        assertThat(opened(read(AWS))).isInstanceOf(TargetGroupAffinity.class);
        assertThat(opened(read("{type: machine, policy: free, file: a.conf}")))
                .isInstanceOf(BalancerAffinity.class);
        assertThat(opened(AffinitySettings.NONE)).isInstanceOf(MemorySessionAffinity.class);
    }

    @Test
    void it_is_sticky_or_free_or_as_it_is() throws Exception {
        assertThat(read(HEROKU.formatted("sticky")).decided()).isEqualTo(AffinityPolicy.STICKY);
        assertThat(read(HEROKU.formatted("free")).decided()).isEqualTo(AffinityPolicy.FREE);
        assertThat(read(HEROKU.formatted("as-it-is")).decided()).isEqualTo(AffinityPolicy.AS_IT_IS);
        assertThat(read("{type: heroku}").decided()).isEqualTo(AffinityPolicy.AS_IT_IS);
    }

    @Test
    void a_policy_for_nobody_is_refused() {
        for (String wrong :
                new String[] {
                    "{type: none, policy: sticky}",
                    "{type: machine, policy: free}",
                    HEROKU.formatted("sticky").replace("secret", "''"),
                    AWS.replace("arn:a", "")
                }) {
            assertThatThrownBy(() -> read(wrong))
                    .as(wrong)
                    .isInstanceOf(ConfigurationValidationException.class)
                    .hasMessageContaining("a policy needs a front");
        }
    }

    @Test
    void nginx_reads_what_the_settings_say() throws Exception {
        Path file = folder.resolve("affinity.conf");
        AffinitySettings on = read("{type: machine, policy: sticky, file: %s}".formatted(file));

        assertThat(new KeepAffinity(new Front(opened(on), on.decided())).keep())
                .contains(new Answer.Done<>(true));

        assertThat(file).hasContent("ip_hash;");
    }

    @Test
    void what_is_shown_of_settings_holds_no_token() throws Exception {
        assertThat(read(HEROKU.formatted("sticky")).toString()).doesNotContain("secret");
    }
}
