package io.turnout.adapters.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.turnout.domain.delivery.Receipt;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallRulesTest {
    private static final String LIMIT = "REQUEST_LIMIT_EXCEEDED";
    private static final String CONCURRENT =
            "ConcurrentRequests (Concurrent API Requests) Limit exceeded.";

    static Stream<Arguments> calls() {
        return Stream.of(
                arguments(403, LIMIT, "TotalRequests Limit exceeded.", Receipt.Spent.class),
                arguments(403, LIMIT, CONCURRENT, Receipt.Crowded.class),
                arguments(403, "API_DISABLED_FOR_ORG", "", Receipt.Barred.class),
                arguments(403, "API_CURRENTLY_DISABLED", "", Receipt.Barred.class),
                arguments(403, "INSUFFICIENT_ACCESS", "", Receipt.Barred.class),
                arguments(400, "INVALID_FIELD", "", Receipt.Drifted.class),
                arguments(400, "EXCEEDED_ID_LIMIT", "", Receipt.Drifted.class),
                arguments(400, "NEVER_HEARD_OF", "", Receipt.Drifted.class),
                arguments(404, "NOT_FOUND", "", Receipt.Drifted.class),
                arguments(400, "QUERY_TIMEOUT", "", Receipt.TooHeavy.class),
                arguments(503, "REQUEST_RUNNING_TOO_LONG", "", Receipt.TooHeavy.class),
                arguments(400, "UNABLE_TO_LOCK_ROW", "", Receipt.Away.class),
                arguments(403, "ORG_LOCKED", "", Receipt.Away.class),
                arguments(500, "UNKNOWN_EXCEPTION", "", Receipt.Away.class),
                arguments(503, "SERVER_UNAVAILABLE", "", Receipt.Away.class),
                arguments(500, "INVALID_FIELD", "", Receipt.Away.class),
                arguments(429, "NEVER_HEARD_OF", "", Receipt.Away.class),
                arguments(420, "NEVER_HEARD_OF", "", Receipt.Away.class));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_refused_call_is_told_by_status_code_and_words(
            int status, String code, String message, Class<? extends Receipt> expected) {
        var error = new SalesforceError(code, message, List.of());

        assertThat(CallRules.receipt(status, error)).isInstanceOf(expected);
    }

    @Test
    void the_words_are_passed_on_unless_they_repeat_what_was_sent() {
        var drift = new SalesforceError("INVALID_FIELD", "No such column 'X__c'", List.of());
        var parse = new SalesforceError("JSON_PARSER_ERROR", "value Ada", List.of());

        assertThat(CallRules.receipt(400, drift))
                .isEqualTo(new Receipt.Drifted("INVALID_FIELD: No such column 'X__c'"));
        assertThat(CallRules.receipt(400, parse))
                .isEqualTo(new Receipt.Drifted("JSON_PARSER_ERROR"));
    }
}
