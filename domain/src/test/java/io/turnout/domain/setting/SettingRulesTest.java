package io.turnout.domain.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRulesTest {
    private static final Variables NOW =
            new Variables(
                    4, Map.of(SettingKeys.DATABASE_URL, "jdbc:postgresql://db.example/turnout"));

    private static Iterable<Flaw> flaws(String name, String value) {
        return SettingRules.flaws(NOW, Edits.set(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "TURNOUT_POOL_SIZE, 2",
        "TURNOUT_POOL_SIZE, 200",
        "TURNOUT_CONNECTION_WAIT, 1ms",
        "TURNOUT_CONNECTION_WAIT, 30s",
        "TURNOUT_DATABASE_URL, jdbc:postgresql://other.example:5432/turnout?sslmode=verify-full",
        "TURNOUT_REDIS_URL, rediss://cache.example:6379/1",
        "TURNOUT_LOG_LEVEL, WARN",
        "TURNOUT_BUDGET_SHARE, 0.25"
    })
    void what_is_of_its_kind_and_within_its_bounds_may_be_tried(String name, String value) {
        assertThat(flaws(name, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TURNOUT_POOL_SIZE, 0",
        "TURNOUT_POOL_SIZE, 201",
        "TURNOUT_POOL_SIZE, 1e1",
        "TURNOUT_POOL_SIZE, 016",
        "TURNOUT_CONNECTION_WAIT, 0ms",
        "TURNOUT_CONNECTION_WAIT, 31s",
        "TURNOUT_CONNECTION_WAIT, 5",
        "TURNOUT_LOG_LEVEL, warn",
        "TURNOUT_BUDGET_SHARE, 1.1",
        "TURNOUT_RETENTION, 7d",
        "TURNOUT_DATABASE_PASSWORD, hunter2",
        "PATH, /bin"
    })
    void what_is_not_is_told_by_its_name_and_never_repeated(String name, String value) {
        assertThat(flaws(name, value))
                .singleElement()
                .satisfies(
                        flaw -> {
                            assertThat(flaw.name()).isEqualTo(name);
                            assertThat(flaw.why()).doesNotContain(value + " ");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://user:secret@db.example/turnout",
                "jdbc:postgresql://169.254.169.254/latest",
                "jdbc:postgresql://metadata.google.internal/x",
                "jdbc:postgresql://2852039166/turnout",
                "jdbc:postgresql://db.example/turnout?socketFactory=some.Class",
                "jdbc:postgresql://db.example/turnout?sslmode=disable",
                "jdbc:postgresql://db.example:65536/turnout",
                "jdbc:mysql://db.example/turnout",
                "file:///etc/passwd",
                "http://db.example/"
            })
    void an_address_has_no_login_no_option_and_leads_to_no_clouds_secrets(String address) {
        assertThat(flaws(SettingKeys.DATABASE_URL, address))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.why()).contains("jdbc:postgresql://"));
    }

    @Test
    void what_is_fine_alone_has_to_be_fine_together() {
        assertThat(flaws(SettingKeys.POOL_SIZE, "1"))
                .containsExactly(
                        new Flaw(SettingKeys.POOL_MIN, "is no more than TURNOUT_POOL_SIZE"));
        assertThat(
                        SettingRules.flaws(
                                NOW,
                                new Edits(
                                        Map.of(
                                                SettingKeys.POOL_SIZE, Optional.of("1"),
                                                SettingKeys.POOL_MIN, Optional.of("1")))))
                .isEmpty();
        assertThat(flaws(SettingKeys.STATEMENT_TIMEOUT, "10s")).hasSize(1);
        assertThat(flaws(SettingKeys.STATEMENT_TIMEOUT, "9999ms")).isEmpty();
    }

    @Test
    void to_change_nothing_or_to_leave_out_what_is_needed_is_none() {
        assertThat(SettingRules.flaws(NOW, Edits.unset(SettingKeys.POOL_SIZE))).hasSize(1);
        assertThat(SettingRules.flaws(NOW, Edits.unset(SettingKeys.DATABASE_URL)))
                .containsExactly(new Flaw(SettingKeys.DATABASE_URL, "has to have a value"));
    }

    @Test
    void every_usual_value_is_sound() {
        for (SettingKey key : SettingKeys.ALL) {
            if (!key.usual().isEmpty()) {
                assertThat(key.kind().flaw(key.usual())).as(key.name()).isEmpty();
            }
        }
    }
}
