package io.turnout.adapters.http;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.registration.HoldLine;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Places a visitor wants kept while filling in the form.
public record HoldForm(
        @NotNull(message = "is missing")
                @Size(min = 1, max = RegistrationRequest.GROUP_MAX, message = "are 1 to 50")
                List<@NotNull(message = "is missing") @Valid Line> lines)
        implements Form {
    /// So many places of one kind.
    public record Line(
            @NotNull(message = "is missing") @SalesforceId String item,
            @NotNull(message = "is missing")
                    @Min(value = 1, message = "is at least 1")
                    @Max(value = RegistrationRequest.GROUP_MAX, message = "is at most 50")
                    Integer quantity,
            @SalesforceId(message = "are different ids of sessions")
                    @Size(max = Place.SESSIONS_MAX, message = "are at most 50")
                    @Nullable List<String> sessions) {
        HoldLine toLine() {
            return new HoldLine(new ItemId(item), quantity, AttendeeForm.sessionIds(sessions));
        }
    }

    int places() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
