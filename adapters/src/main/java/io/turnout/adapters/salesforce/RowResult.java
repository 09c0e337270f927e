package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.RowAnswer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the collections call said of one row.
sealed interface RowResult {
    Reason NO_REASON = new Reason(SalesforceError.UNKNOWN, "no error was named", List.of());

    record Written(String recordId, boolean created) implements RowResult {}

    record Failed(RowVerdict verdict, Reason reason) implements RowResult {}

    /// Empty when the row is not one.
    static Optional<RowResult> read(JsonNode row, String key) {
        JsonNode success = row.path("success");
        if (!success.isBoolean()) {
            return Optional.empty();
        }
        if (success.asBoolean()) {
            return Optional.of(row.path("id").asText())
                    .filter(id -> !id.isEmpty())
                    .map(id -> new Written(id, row.path("created").asBoolean()));
        }
        return Optional.of(
                SalesforceError.ofRow(row).stream()
                        .map(error -> failed(error, key))
                        .max(Comparator.comparing(Failed::verdict))
                        .orElse(new Failed(RowVerdict.SLOW, NO_REASON)));
    }

    static Failed failed(SalesforceError error, String key) {
        return new Failed(
                RowRules.verdict(error, key),
                new Reason(error.code(), error.message(), error.fields()));
    }

    default RowAnswer answer() {
        return switch (this) {
            case Written(var recordId, var created) -> new RowAnswer.Sent(recordId, created);
            case Failed(var verdict, var reason) ->
                    verdict == RowVerdict.POISON
                            ? new RowAnswer.Refused(reason)
                            : new RowAnswer.Wait(reason, verdict.patience());
        };
    }
}
