package io.turnout.adapters.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.domain.delivery.Patience;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowResultsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SENT = "{\"id\":\"a04\",\"success\":true,\"errors\":[]}";
    private static final String HEAVY =
            failed("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "System.LimitException: CPU time");
    private static final String READ_ONLY = failed("INVALID_FIELD_FOR_INSERT_UPDATE", "no access");
    private static final String LOCKED = failed("UNABLE_TO_LOCK_ROW", "locked");
    private static final String POISON = failed("STRING_TOO_LONG", "data value too large: Ada");

    private static String failed(String code, String message) {
        return """
        {"success":false,"errors":[{"statusCode":"%s","message":"%s","fields":["Title__c"]}]}\
        """
                .formatted(code, message);
    }

    private static Receipt receipt(String... rows) {
        try {
            String body = "[" + String.join(",", rows) + "]";
            return RowResults.read(JSON.readTree(body), rows.length, "External_Id__c")
                    .orElseThrow()
                    .receipt();
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static Reason reason(String code, String message) {
        return new Reason(code, message, List.of("Title__c"));
    }

    @Test
    void every_row_gets_its_own_answer_in_the_order_of_the_batch() {
        assertThat(receipt(SENT, LOCKED, POISON, SENT))
                .isEqualTo(
                        new Receipt.Answered(
                                List.of(
                                        new RowAnswer.Sent("a04", false),
                                        new RowAnswer.Wait(
                                                reason("UNABLE_TO_LOCK_ROW", "locked"),
                                                Patience.LOCK),
                                        new RowAnswer.Refused(
                                                reason(
                                                        "STRING_TOO_LONG",
                                                        "data value too large: Ada")),
                                        new RowAnswer.Sent("a04", false))));
    }

    @Test
    void automation_that_gave_up_on_all_rows_found_the_call_too_heavy() {
        assertThat(receipt(HEAVY, HEAVY)).isInstanceOf(Receipt.TooHeavy.class);
    }

    @Test
    void a_poisoned_row_among_them_does_not_hide_that() {
        assertThat(receipt(HEAVY, POISON, HEAVY)).isInstanceOf(Receipt.TooHeavy.class);
    }

    @Test
    void one_row_cannot_be_halved_so_it_waits() {
        assertThat(receipt(HEAVY)).isInstanceOf(Receipt.Answered.class);
    }

    @Test
    void automation_that_bore_some_rows_was_not_asked_too_much() {
        assertThat(receipt(HEAVY, HEAVY, SENT)).isInstanceOf(Receipt.Answered.class);
    }

    @Test
    void a_field_we_may_not_write_in_any_row_is_a_matter_of_the_lane() {
        assertThat(receipt(READ_ONLY, READ_ONLY))
                .isEqualTo(new Receipt.Drifted("INVALID_FIELD_FOR_INSERT_UPDATE [Title__c]"));
    }

    @Test
    void a_row_we_may_not_write_among_others_waits_alone() {
        assertThat(receipt(READ_ONLY, SENT))
                .isEqualTo(
                        new Receipt.Answered(
                                List.of(
                                        new RowAnswer.Wait(
                                                reason(
                                                        "INVALID_FIELD_FOR_INSERT_UPDATE",
                                                        "no access"),
                                                Patience.SLOW),
                                        new RowAnswer.Sent("a04", false))));
    }

    @Test
    void of_several_errors_the_one_counts_that_time_cannot_mend() {
        String both =
                """
                {"success":false,"errors":[
                 {"statusCode":"UNABLE_TO_LOCK_ROW","message":"locked","fields":[]},
                 {"statusCode":"STRING_TOO_LONG","message":"long","fields":["Title__c"]}]}\
                """;

        assertThat(receipt(both))
                .isEqualTo(
                        new Receipt.Answered(
                                List.of(new RowAnswer.Refused(reason("STRING_TOO_LONG", "long")))));
    }

    @Test
    void a_failure_without_a_reason_waits() {
        Receipt receipt = receipt("{\"success\":false,\"errors\":[]}");

        assertThat(receipt).isInstanceOf(Receipt.Answered.class);
        assertThat(((Receipt.Answered) receipt).rows().getFirst())
                .isInstanceOf(RowAnswer.Wait.class);
    }

    @Test
    void a_code_that_is_none_is_not_repeated() {
        Receipt receipt = receipt(failed("Ada\\nLovelace", "x"));

        assertThat(((Receipt.Answered) receipt).rows())
                .containsExactly(new RowAnswer.Wait(reason("UNKNOWN", "x"), Patience.SLOW));
    }
}
