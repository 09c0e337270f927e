package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.RecordId;
import io.turnout.domain.publishing.Pulled;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The rows of some events, sorted by the event they are of.
record PulledRows(
        Map<String, List<JsonNode>> events,
        Map<String, List<JsonNode>> items,
        Map<String, List<JsonNode>> sessions) {
    static PulledRows of(List<List<JsonNode>> rows, CatalogQueries queries) {
        return new PulledRows(
                by(rows.get(0), queries.events().event()),
                by(rows.get(1), queries.items().event()),
                by(rows.get(2), queries.sessions().event()));
    }

    private static Map<String, List<JsonNode>> by(List<JsonNode> rows, String field) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> RecordId.complete(row.path(field).asText())));
    }

    List<Pulled> read(List<EventId> asked, CatalogReader reader) {
        return asked.stream().map(event -> read(event, reader)).toList();
    }

    private Pulled read(EventId event, CatalogReader reader) {
        List<JsonNode> own = events.getOrDefault(event.value(), List.of());
        return own.isEmpty()
                ? new Pulled.Withdrawn(event)
                : reader.read(
                        event,
                        new CatalogReader.Rows(
                                own.getFirst(),
                                items.getOrDefault(event.value(), List.of()),
                                sessions.getOrDefault(event.value(), List.of())));
    }
}
