package io.turnout.adapters.http;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.event.EventId;
import jakarta.validation.constraints.NotNull;

/// For which event an org wants to bring links. A signature says nothing of the path it is sent to,
/// so the event stands in what is signed.
public record LinkUploadForm(@NotNull(message = "is missing") @SalesforceId String event)
        implements Form {
    /// @throws jakarta.ws.rs.WebApplicationException when it is not the event of the path
    void mustName(EventId path) {
        if (!new EventId(event).equals(path)) {
            throw Problem.invalid("event", "is not the event of the path").toException();
        }
    }
}
