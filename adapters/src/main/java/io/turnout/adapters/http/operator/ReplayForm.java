package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.registration.AttendeeId;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.hibernate.validator.constraints.UUID;
import org.jspecify.annotations.Nullable;

/// Which rows shall be owed again: one attendee's, or all of an org.
public record ReplayForm(
        @NotNull(message = "is missing") @SalesforceId String org,
        @UUID(version = 7, message = "is not the id of an attendee") @Nullable String attendee)
        implements Form, OfOrg {
    Optional<AttendeeId> row() {
        return Optional.ofNullable(attendee).map(AttendeeId::valueOf);
    }
}
