package io.turnout.adapters.http.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.turnout.adapters.http.wire.View;
import io.turnout.application.delivery.Outbox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that wait for a person, oldest first.
public record SetAsideView(List<Row> setAside) implements View {
    public static SetAsideView of(List<Outbox.SetAside> rows, boolean withWords) {
        return new SetAsideView(rows.stream().map(row -> Row.of(row, withWords)).toList());
    }

    /// Salesforce's words may repeat what a person typed: only who may act sees them.
    public record Row(
            String attendee,
            String event,
            String code,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message,
            List<String> fields,
            int failures,
            String since) {
        static Row of(Outbox.SetAside row, boolean withWords) {
            return new Row(
                    row.attendee().toString(),
                    row.event().value(),
                    row.code(),
                    withWords ? row.message() : null,
                    row.fields(),
                    row.failures(),
                    row.since().toString());
        }

        @Override
        public String toString() {
            return "Row[" + attendee + ", " + code + "]";
        }
    }
}
