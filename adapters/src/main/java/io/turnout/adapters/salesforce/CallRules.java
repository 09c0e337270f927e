package io.turnout.adapters.salesforce;

import io.turnout.domain.delivery.Receipt;
import java.util.List;
import java.util.function.Function;

/// What a refused call as a whole means. The first row that fits counts; what fits none says
/// nothing about our rows, so they are sent again.
final class CallRules {
    private static final int ANY = 0;
    private static final String ANYTHING = "";

    private static final List<Rule> RULES =
            List.of(
                    new Rule(403, "REQUEST_LIMIT_EXCEEDED", "Concurrent", Receipt.Crowded::new),
                    new Rule(403, "REQUEST_LIMIT_EXCEEDED", ANYTHING, Receipt.Spent::new),
                    new Rule(ANY, "REQUEST_RUNNING_TOO_LONG", ANYTHING, Receipt.TooHeavy::new),
                    new Rule(ANY, "QUERY_TIMEOUT", ANYTHING, Receipt.TooHeavy::new),
                    new Rule(ANY, "SERVER_UNAVAILABLE", ANYTHING, Receipt.Away::new),
                    new Rule(ANY, "UNKNOWN_EXCEPTION", ANYTHING, Receipt.Away::new),
                    new Rule(ANY, "UNABLE_TO_LOCK_ROW", ANYTHING, Receipt.Away::new),
                    new Rule(ANY, "ORG_LOCKED", ANYTHING, Receipt.Away::new),
                    new Rule(ANY, "ORG_IN_MAINTENANCE", ANYTHING, Receipt.Away::new),
                    new Rule(
                            ANY,
                            "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                            ANYTHING,
                            Receipt.Away::new),
                    new Rule(
                            ANY,
                            "FUNCTIONALITY_TEMPORARILY_UNAVAILABLE",
                            ANYTHING,
                            Receipt.Away::new),
                    new Rule(403, ANYTHING, ANYTHING, Receipt.Barred::new),
                    new Rule(400, ANYTHING, ANYTHING, Receipt.Drifted::new),
                    new Rule(404, ANYTHING, ANYTHING, Receipt.Drifted::new),
                    new Rule(405, ANYTHING, ANYTHING, Receipt.Drifted::new),
                    new Rule(413, ANYTHING, ANYTHING, Receipt.TooHeavy::new),
                    new Rule(415, ANYTHING, ANYTHING, Receipt.Drifted::new));

    private CallRules() {}

    /// `error` is what the body says; a body that is not Salesforce's own is nobody's verdict.
    static Receipt receipt(int status, SalesforceError error) {
        return RULES.stream()
                .filter(rule -> rule.fits(status, error))
                .findFirst()
                .<Function<String, Receipt>>map(Rule::receipt)
                .orElse(Receipt.Away::new)
                .apply(why(error));
    }

    /// The words too, except where they repeat a value that was sent.
    private static String why(SalesforceError error) {
        return error.code().equals("JSON_PARSER_ERROR")
                ? error.code()
                : error.code() + ": " + error.message();
    }

    /// `ANY` and `ANYTHING` fit all; `words` is a part of the message.
    private record Rule(int status, String code, String words, Function<String, Receipt> receipt) {
        boolean fits(int answered, SalesforceError error) {
            return (status == ANY || status == answered)
                    && (code.isEmpty() || code.equals(error.code()))
                    && error.message().contains(words);
        }
    }
}
