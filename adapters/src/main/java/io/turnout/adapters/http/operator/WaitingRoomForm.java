package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// For which event visitors shall wait, and when the first is called: now, if it is not said.
public record WaitingRoomForm(
        @NotNull(message = "is missing") @SalesforceId String org,
        @NotNull(message = "is missing") @SalesforceId String event,
        @Pattern(
                        regexp = WaitingRoomForm.TIME,
                        message = "is a time in UTC, such as 2026-11-22T12:00:00Z")
                @Nullable String startsAt)
        implements Form, OfOrg {
    static final String TIME =
            "20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?Z";
}
