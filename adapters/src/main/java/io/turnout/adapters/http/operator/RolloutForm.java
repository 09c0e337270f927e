package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.WaveTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan as somebody writes it. `version` is the one that was seen, when an older one is changed.
public record RolloutForm(
        @Min(value = 1, message = "counts from 1") @Nullable Long version,
        @NotNull(message = "is missing")
                @Pattern(regexp = RolloutStepForm.REASON, message = RolloutStepForm.REASON_IS)
                String reason,
        @NotNull(message = "is missing") @Size(max = 60, message = "is too long") String flag,
        @NotNull(message = "is missing")
                @Pattern(regexp = WaveForm.TITLE, message = WaveForm.TITLE_IS)
                String title,
        @NotNull(message = "is missing")
                @Pattern(
                        regexp = WaitingRoomForm.TIME,
                        message = "is a time in UTC, such as 2026-11-22T12:00:00Z")
                String notBefore,
        @Valid @Nullable GuardForm guard,
        @NotNull(message = "is missing")
                @Size(min = 1, max = PlanTerms.WAVES_MAX, message = "are 1 to 30")
                List<@NotNull(message = "is missing") @Valid WaveForm> waves)
        implements Form {
    public PlanTerms toTerms() {
        Flag known =
                Flag.of(flag)
                        .orElseThrow(
                                () ->
                                        Problem.invalid("flag", "is the key of a flag")
                                                .toException());
        List<WaveTerms> terms = new ArrayList<>();
        for (int i = 0; i < waves.size(); i++) {
            terms.add(wave(i));
        }
        return new PlanTerms(
                known, title, instant("notBefore", notBefore), GuardForm.guard(guard), terms);
    }

    private WaveTerms wave(int number) {
        String field = "waves[" + number + "]";
        if (!waves.get(number).isNight()) {
            throw Problem.invalid(field + ".closes", "is at most eight hours after it opens")
                    .toException();
        }
        try {
            return waves.get(number).toTerms();
        } catch (DateTimeException noZone) {
            throw Problem.invalid(field + ".selection.zones", "are zones of IANA").toException();
        } catch (IllegalArgumentException refused) {
            throw Problem.invalid(field, "has either orgs, or whom with its rule").toException();
        }
    }

    static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noSuchDay) {
            throw Problem.invalid(field, "is no day of the calendar").toException();
        }
    }
}
