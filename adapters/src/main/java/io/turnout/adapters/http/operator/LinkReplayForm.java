package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.registration.InviteeId;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which addresses shall be owed again: that of one record, or all of an org.
public record LinkReplayForm(
        @NotNull(message = "is missing") @SalesforceId String org,
        @SalesforceId @Nullable String record)
        implements Form, OfOrg {
    Optional<InviteeId> invitee() {
        return Optional.ofNullable(record).map(InviteeId::new);
    }
}
