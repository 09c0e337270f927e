package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// To which side an org is forced, for how long and why; `none` takes a force back.
public record OverrideForm(
        @NotNull(message = "is missing") @SalesforceId String org,
        @NotNull(message = "is missing")
                @Pattern(regexp = "on|off|none", message = "is on, off or none")
                String to,
        @Pattern(
                        regexp = WaitingRoomForm.TIME,
                        message = "is a time in UTC, such as 2026-11-22T12:00:00Z")
                @Nullable String until,
        @NotNull(message = "is missing")
                @Pattern(regexp = FlagAudienceForm.REASON, message = FlagAudienceForm.REASON_IS)
                String reason)
        implements Form, OfOrg {}
