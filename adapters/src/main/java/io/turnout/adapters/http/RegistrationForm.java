package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.Form;
import io.turnout.application.registration.IdSource;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.IfFull;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.UUID;
import org.jspecify.annotations.Nullable;

/// A group that wants to come, and whether it will wait where there are too few seats. `link` is
/// the token of the link it comes by, which is for one person.
public record RegistrationForm(
        @NotNull(message = "is missing")
                @Size(min = 1, max = RegistrationRequest.GROUP_MAX, message = "are 1 to 50")
                List<@NotNull(message = "is missing") @Valid AttendeeForm> attendees,
        @UUID(version = 7, message = "is not the id of a hold") @Nullable String hold,
        @Nullable String link,
        @Nullable Boolean waitlist)
        implements Form {
    public RegistrationRequest toRequest(
            OrgId org, EventId event, IdempotencyKey key, IdSource ids) {
        List<Attendee> group = attendees.stream().map(form -> form.toAttendee(ids)).toList();
        return new RegistrationRequest(
                org,
                event,
                key,
                new RegistrationId(ids.next()),
                group,
                Optional.ofNullable(hold).map(HoldId::valueOf),
                Boolean.TRUE.equals(waitlist) ? IfFull.WAIT : IfFull.REFUSE);
    }

    @Override
    public String toString() {
        return "RegistrationForm[…]";
    }
}
