package io.turnout.adapters.http.operator;

import io.turnout.domain.rollout.Exit;
import io.turnout.domain.rollout.WaveTerms;
import io.turnout.domain.rollout.Window;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A wave as somebody plans it. What is left out is usual: all orgs that match, from one to five
/// at night, by itself, and done when all have it.
///
/// @param switched which part of its orgs must have it before it is watched
/// @param bakeMinutes how long it is watched
/// @param requests how many requests must have been seen by then
public record WaveForm(
        @NotNull(message = "is missing")
                @Pattern(regexp = WaveForm.TITLE, message = WaveForm.TITLE_IS)
                String title,
        @NotNull(message = "is missing") @Valid SelectionForm selection,
        @Min(value = 1, message = "is at least 1")
                @Max(value = 20_000, message = "is at most 20000")
                @Nullable Integer atMost,
        @Pattern(regexp = WaveForm.TIME, message = WaveForm.TIME_IS) @Nullable String opens,
        @Pattern(regexp = WaveForm.TIME, message = WaveForm.TIME_IS) @Nullable String closes,
        @Pattern(regexp = "by-itself|by-hand", message = "is by-itself or by-hand")
                @Nullable String entry,
        @Positive(message = "is more than 0") @DecimalMax(value = "1", message = "is at most 1")
                @Nullable Double switched,
        @Min(value = 0, message = "is at least 0")
                @Max(value = 43_200, message = "is at most 43200")
                long bakeMinutes,
        @Min(value = 0, message = "is at least 0")
                @Max(value = 1_000_000_000, message = "is too many")
                @Nullable Long requests) {
    static final String TITLE = "(?=.*[^\\s])[^@\\p{Cntrl}]{1,200}";
    static final String TITLE_IS = "is 1 to 200 letters in a line, none @";
    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    static final String TIME_IS = "is a time such as 01:30";

    WaveTerms toTerms() {
        return new WaveTerms(
                title,
                selection.toSelection(),
                atMost == null ? OptionalInt.empty() : OptionalInt.of(atMost),
                window(),
                "by-hand".equals(entry) ? WaveTerms.Entry.BY_HAND : WaveTerms.Entry.BY_ITSELF,
                new Exit(
                        Objects.requireNonNullElse(switched, 1.0),
                        Duration.ofMinutes(bakeMinutes),
                        Objects.requireNonNullElse(requests, 0L)));
    }

    /// Whether the window is no longer than a window may be.
    boolean isNight() {
        try {
            return window().opens() != null;
        } catch (IllegalArgumentException tooLong) {
            return false;
        }
    }

    private Window window() {
        return new Window(time(opens, Window.NIGHT.opens()), time(closes, Window.NIGHT.closes()));
    }

    private static LocalTime time(@Nullable String text, LocalTime usual) {
        return text == null ? usual : LocalTime.parse(text);
    }

    static WaveForm of(WaveTerms terms) {
        return new WaveForm(
                terms.title(),
                SelectionForm.of(terms.selection()),
                terms.atMost().isPresent() ? (Integer) terms.atMost().getAsInt() : null,
                terms.window().opens().toString(),
                terms.window().closes().toString(),
                Spelling.of(terms.entry()),
                terms.exit().switched(),
                terms.exit().bake().toMinutes(),
                terms.exit().requests());
    }
}
