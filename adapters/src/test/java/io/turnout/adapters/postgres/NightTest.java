package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightTest {
    /// Noon in London, in winter.
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Europe/London, false",
        "Pacific/Auckland, true",
        "Asia/Vladivostok, false",
        "Pacific/Honolulu, true",
        "America/Los_Angeles, true",
        "America/Denver, false",
        "+14:00, true",
        "Z, false"
    })
    void an_event_is_compared_in_its_own_small_hours(String zone, boolean night) {
        assertThat(PostgresReconciliations.isNight(NOON, zone)).isEqualTo(night);
    }
}
