package io.turnout.adapters.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.delivery.CallUsage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageHeaderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-usage=18/5000",
                "api-usage=18/5000; api-bursts=1/750",
                "api-bursts=1/750; api-usage=18/5000",
                "per-app-api-usage=17/250(appName=x); api-usage=18/5000",
                "api-usage=18/5000; per-app-api-usage=17/250(appName=api-usage)",
                "something-new,api-usage=18/5000"
            })
    void it_is_found_among_whatever_else_is_said(String header) {
        assertThat(UsageHeader.read(header, NOON)).contains(new CallUsage(18, 5000, NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api-usage=",
                "api-usage=18",
                "api-usage=x/5000",
                "per-app-api-usage=17/250(appName=x)",
                "api-usage=99999999999999999999/1"
            })
    void it_is_not_made_up(String header) {
        assertThat(UsageHeader.read(header, NOON)).isEmpty();
    }

    @Test
    void a_paid_org_may_overshoot() {
        assertThat(UsageHeader.read("api-usage=5100/5000", NOON))
                .contains(new CallUsage(5100, 5000, NOON));
    }
}
