package io.turnout.simulator.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Dates and times as the platform writes them, and in all the ways it reads them.
public final class Moments {
    private static final DateTimeFormatter OUT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter IN =
            DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSS][.SSS][.SS][.S][XXX][XX][X]", Locale.ROOT);

    private Moments() {}

    /// `2026-11-22T03:08:00.000+0000`
    public static String format(long epochMillis) {
        return OUT.format(Instant.ofEpochMilli(epochMillis));
    }

    /// Epoch milliseconds of a date-time with an offset, or of the start of a date.
    public static Optional<Long> parse(String text) {
        try {
            if (text.length() == 10) {
                return Optional.of(
                        LocalDate.parse(text)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toEpochMilli());
            }
            return Optional.of(OffsetDateTime.parse(text, IN).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// The day of a date or a date-time, `2026-11-22`.
    public static Optional<String> parseDay(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text.substring(0, Math.min(10, text.length()))).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
