package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.publishing.OrgCatalog.Deletions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks for rows deleted within a span, and reads what was told.
record DeletedRows(Instant since, Instant now) {
    /// Not all that was deleted can be told.
    static final Deletions UNTOLD = new Deletions(Set.of(), Optional.empty());

    /// A shorter span is refused.
    private static final Duration SPAN_MIN = Duration.ofMinutes(2);

    private Instant start() {
        Instant latest = now.minus(SPAN_MIN);
        return since.isBefore(latest) ? since : latest;
    }

    String path(String object) {
        return "/sobjects/%s/deleted/?start=%s&end=%s"
                .formatted(
                        Soql.name(object),
                        Soql.encoded(Soql.moment(start())),
                        Soql.encoded(Soql.moment(now)));
    }

    Deletions read(List<JsonNode> answers) {
        Set<String> records = new HashSet<>();
        Instant until = now;
        for (JsonNode answer : answers) {
            Optional<Instant> covered = moment(answer, "latestDateCovered");
            boolean whole =
                    moment(answer, "earliestDateAvailable")
                            .filter(earliest -> earliest.isAfter(since))
                            .isEmpty();
            if (covered.isEmpty() || !whole) {
                return UNTOLD;
            }
            answer.path("deletedRecords").forEach(row -> records.add(row.path("id").asText()));
            until = covered.get().isBefore(until) ? covered.get() : until;
        }
        return new Deletions(records, Optional.of(until));
    }

    private static Optional<Instant> moment(JsonNode answer, String field) {
        return RowReader.text(answer, field).flatMap(RowReader::moment);
    }
}
