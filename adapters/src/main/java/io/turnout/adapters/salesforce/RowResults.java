package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.delivery.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the collections call said of all rows, in the order they were sent.
record RowResults(List<RowResult> rows) {
    RowResults {
        rows = List.copyOf(rows);
    }

    /// Empty when the answer is not one for so many rows.
    static Optional<RowResults> read(JsonNode body, int rows, String key) {
        List<RowResult> results = new ArrayList<>();
        body.forEach(row -> RowResult.read(row, key).ifPresent(results::add));
        boolean whole = body.isArray() && body.size() == rows && results.size() == rows;
        return whole ? Optional.of(new RowResults(results)) : Optional.empty();
    }

    /// Row by row, unless all of them together say something of the call: that the org's
    /// automation could not bear so many at once, or that we may not write so at all.
    Receipt receipt() {
        List<RowResult.Failed> heavy = failed(RowVerdict.HEAVY);
        List<RowResult.Failed> config = failed(RowVerdict.CONFIG);
        boolean none = rows.stream().allMatch(RowResult.Failed.class::isInstance);
        if (none && heavy.size() > 1) {
            return new Receipt.TooHeavy(why(heavy.getFirst()));
        }
        if (!rows.isEmpty() && config.size() == rows.size()) {
            return new Receipt.Drifted(why(config.getFirst()));
        }
        return new Receipt.Answered(rows.stream().map(RowResult::answer).toList());
    }

    /// The first code among them, for the log.
    String code() {
        return rows.stream()
                .filter(RowResult.Failed.class::isInstance)
                .map(row -> ((RowResult.Failed) row).reason().code())
                .findFirst()
                .orElse(SalesforceError.UNKNOWN);
    }

    private List<RowResult.Failed> failed(RowVerdict verdict) {
        return rows.stream()
                .filter(RowResult.Failed.class::isInstance)
                .map(RowResult.Failed.class::cast)
                .filter(failed -> failed.verdict() == verdict)
                .toList();
    }

    /// Without the words, which are a row's and may name a person.
    private static String why(RowResult.Failed failed) {
        return failed.reason().code() + " " + failed.reason().fields();
    }
}
