package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.RowVerdict.AUTOMATION;
import static io.turnout.adapters.salesforce.RowVerdict.CONFIG;
import static io.turnout.adapters.salesforce.RowVerdict.HEAVY;
import static io.turnout.adapters.salesforce.RowVerdict.LOCK;
import static io.turnout.adapters.salesforce.RowVerdict.PARENT;
import static io.turnout.adapters.salesforce.RowVerdict.POISON;
import static io.turnout.adapters.salesforce.RowVerdict.RACE;
import static io.turnout.adapters.salesforce.RowVerdict.SLOW;
import static io.turnout.adapters.salesforce.RowVerdict.STORAGE;

import java.util.List;

/// What an error of one row means. The first row that fits counts; an unknown code waits, and the
/// outbox gives up later.
final class RowRules {
    private static final String ANYTHING = "";
    private static final String OUR_KEY = "<key>";

    private static final List<Rule> RULES =
            List.of(
                    // The same key at the same moment, or one that another call just created.
                    new Rule("DUPLICATE_VALUE", "Duplicate external id specified", RACE),
                    new Rule("DUPLICATE_VALUE", "duplicate value found: <unknown>", RACE),
                    new Rule("DUPLICATE_VALUE", OUR_KEY, RACE),
                    new Rule("DUPLICATE_VALUE", ANYTHING, POISON),
                    new Rule("ALL_OR_NONE_OPERATION_ROLLED_BACK", ANYTHING, RACE),
                    new Rule("UNABLE_TO_LOCK_ROW", ANYTHING, LOCK),
                    // Triggers and flows: what counts is what went wrong inside.
                    new Rule("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "UNABLE_TO_LOCK_ROW", LOCK),
                    new Rule("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "LimitException", HEAVY),
                    new Rule("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", ANYTHING, AUTOMATION),
                    new Rule("CANNOT_EXECUTE_FLOW_TRIGGER", "UNABLE_TO_LOCK_ROW", LOCK),
                    new Rule("CANNOT_EXECUTE_FLOW_TRIGGER", "LimitException", HEAVY),
                    new Rule("CANNOT_EXECUTE_FLOW_TRIGGER", "time limit exceeded", HEAVY),
                    new Rule("CANNOT_EXECUTE_FLOW_TRIGGER", ANYTHING, AUTOMATION),
                    // The parent may still come.
                    new Rule("INVALID_FIELD", "Foreign key external ID", PARENT),
                    new Rule("INVALID_CROSS_REFERENCE_KEY", ANYTHING, PARENT),
                    new Rule("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", ANYTHING, PARENT),
                    new Rule("STORAGE_LIMIT_EXCEEDED", ANYTHING, STORAGE),
                    new Rule("LIMIT_EXCEEDED", ANYTHING, SLOW),
                    new Rule("UNKNOWN_EXCEPTION", ANYTHING, SLOW),
                    new Rule("ENTITY_IS_LOCKED", ANYTHING, SLOW),
                    new Rule("INSUFFICIENT_ACCESS_OR_READONLY", ANYTHING, CONFIG),
                    new Rule("INVALID_FIELD_FOR_INSERT_UPDATE", ANYTHING, CONFIG),
                    new Rule("INVALID_FIELD", ANYTHING, CONFIG),
                    new Rule("INVALID_TYPE", ANYTHING, CONFIG),
                    new Rule("FIELD_CUSTOM_VALIDATION_EXCEPTION", ANYTHING, POISON),
                    new Rule("FIELD_FILTER_VALIDATION_EXCEPTION", ANYTHING, POISON),
                    new Rule("FIELD_INTEGRITY_EXCEPTION", ANYTHING, POISON),
                    new Rule("REQUIRED_FIELD_MISSING", ANYTHING, POISON),
                    new Rule("STRING_TOO_LONG", ANYTHING, POISON),
                    new Rule("INVALID_EMAIL_ADDRESS", ANYTHING, POISON),
                    new Rule("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", ANYTHING, POISON),
                    new Rule("MALFORMED_ID", ANYTHING, POISON),
                    new Rule("NUMBER_OUTSIDE_VALID_RANGE", ANYTHING, POISON),
                    new Rule("INVALID_TYPE_ON_FIELD_IN_RECORD", ANYTHING, POISON),
                    new Rule("DUPLICATES_DETECTED", ANYTHING, POISON),
                    new Rule("DUPLICATE_EXTERNAL_ID", ANYTHING, POISON),
                    new Rule("ENTITY_IS_DELETED", ANYTHING, POISON));

    private RowRules() {}

    static RowVerdict verdict(SalesforceError error, String key) {
        return RULES.stream()
                .filter(rule -> rule.fits(error, key))
                .findFirst()
                .map(Rule::verdict)
                .orElse(SLOW);
    }

    private record Rule(String code, String words, RowVerdict verdict) {
        boolean fits(SalesforceError error, String key) {
            return code.equals(error.code())
                    && (words.equals(OUR_KEY)
                            ? names(error, key)
                            : error.message().contains(words));
        }

        /// Which field it was stands in the words, and only sometimes in the list.
        private static boolean names(SalesforceError error, String key) {
            return error.message().contains("duplicate value found: " + key + " ")
                    || error.fields().equals(List.of(key));
        }
    }
}
