package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.rollout.Freeze;
import io.turnout.domain.rollout.FreezeId;
import io.turnout.domain.rollout.PlannedFreeze;
import io.turnout.domain.rollout.Span;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;

/// From when to when which orgs are not switched on, and why.
public record FreezeForm(
        @NotNull(message = "is missing")
                @Pattern(regexp = WaitingRoomForm.TIME, message = "is a time in UTC")
                String from,
        @NotNull(message = "is missing")
                @Pattern(regexp = WaitingRoomForm.TIME, message = "is a time in UTC")
                String to,
        @NotNull(message = "is missing")
                @Pattern(regexp = RolloutStepForm.REASON, message = RolloutStepForm.REASON_IS)
                String reason,
        @NotNull(message = "is missing") @Valid SelectionForm whom)
        implements Form {
    PlannedFreeze toFreeze(FreezeId id) {
        Span span =
                Span.between(RolloutForm.instant("from", from), RolloutForm.instant("to", to))
                        .orElseThrow(() -> Problem.invalid("to", "comes after from").toException());
        try {
            return new PlannedFreeze(id, new Freeze(span, reason), whom.toSelection());
        } catch (DateTimeException noZone) {
            throw Problem.invalid("whom.zones", "are zones of IANA").toException();
        } catch (IllegalArgumentException refused) {
            throw Problem.invalid("whom", "has either orgs or whom with its rule").toException();
        }
    }
}
