package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.RowVerdict.AUTOMATION;
import static io.turnout.adapters.salesforce.RowVerdict.CONFIG;
import static io.turnout.adapters.salesforce.RowVerdict.HEAVY;
import static io.turnout.adapters.salesforce.RowVerdict.LOCK;
import static io.turnout.adapters.salesforce.RowVerdict.PARENT;
import static io.turnout.adapters.salesforce.RowVerdict.POISON;
import static io.turnout.adapters.salesforce.RowVerdict.RACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowRulesTest {
    private static final String KEY = "External_Id__c";
    private static final String TRIGGER = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";

    private static RowVerdict verdict(String code, String message) {
        return RowRules.verdict(new SalesforceError(code, message, List.of()), KEY);
    }

    static Stream<Arguments> words() {
        return Stream.of(
                arguments("DUPLICATE_VALUE", "Duplicate external id specified: 17", RACE),
                arguments("DUPLICATE_VALUE", duplicate(KEY), RACE),
                arguments("DUPLICATE_VALUE", duplicate("<unknown>"), RACE),
                arguments("DUPLICATE_VALUE", duplicate("Badge__c"), POISON),
                arguments("DUPLICATE_VALUE", duplicate("Old_External_Id__c"), POISON),
                arguments(TRIGGER, "AttTrigger: UNABLE_TO_LOCK_ROW, unable to obtain", LOCK),
                arguments(TRIGGER, "System.LimitException: Too many SOQL queries: 101", HEAVY),
                arguments(TRIGGER, "AttTrigger: System.NullPointerException", AUTOMATION),
                arguments("INVALID_FIELD", "Foreign key external ID: 1 not found for", PARENT),
                arguments("INVALID_FIELD", "No such column 'X__c'", CONFIG));
    }

    private static String duplicate(String field) {
        return "duplicate value found: " + field + " duplicates value on record with id: a04";
    }

    @ParameterizedTest
    @MethodSource("words")
    void the_words_decide_where_a_code_has_several_causes(
            String code, String message, RowVerdict expected) {
        assertThat(verdict(code, message)).isEqualTo(expected);
    }

    @Test
    void a_duplicate_of_our_own_key_is_known_by_its_field_too() {
        var error = new SalesforceError("DUPLICATE_VALUE", "in their language", List.of(KEY));
        var other = new SalesforceError("DUPLICATE_VALUE", "in theirs", List.of("Badge__c"));

        assertThat(RowRules.verdict(error, KEY)).isEqualTo(RACE);
        assertThat(RowRules.verdict(other, KEY)).isEqualTo(POISON);
    }

    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW, LOCK",
        "ALL_OR_NONE_OPERATION_ROLLED_BACK, RACE",
        "INVALID_CROSS_REFERENCE_KEY, PARENT",
        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, PARENT",
        "STORAGE_LIMIT_EXCEEDED, STORAGE",
        "LIMIT_EXCEEDED, SLOW",
        "ENTITY_IS_LOCKED, SLOW",
        "UNKNOWN_EXCEPTION, SLOW",
        "NEVER_HEARD_OF, SLOW"
    })
    void what_may_pass_is_tried_again_each_in_its_own_time(String code, RowVerdict expected) {
        assertThat(verdict(code, "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "FIELD_INTEGRITY_EXCEPTION",
                "REQUIRED_FIELD_MISSING",
                "STRING_TOO_LONG",
                "INVALID_EMAIL_ADDRESS",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "MALFORMED_ID",
                "NUMBER_OUTSIDE_VALID_RANGE",
                "INVALID_TYPE_ON_FIELD_IN_RECORD",
                "DUPLICATES_DETECTED",
                "DUPLICATE_EXTERNAL_ID",
                "ENTITY_IS_DELETED"
            })
    void what_only_a_person_can_mend_is_poison(String code) {
        assertThat(verdict(code, "")).isEqualTo(POISON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSUFFICIENT_ACCESS_OR_READONLY", "INVALID_FIELD_FOR_INSERT_UPDATE"})
    void what_we_may_not_write_is_a_matter_of_the_orgs_settings(String code) {
        assertThat(verdict(code, "")).isEqualTo(CONFIG);
    }
}
