package io.turnout.adapters.http.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How numbers and times are said on the pages of the dashboard.
public record Say(Instant now) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long FEW = 2;

    public String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    public String clock() {
        return CLOCK.format(now);
    }

    /// What the clocks show in UTC.
    public String moment(String instant) {
        return MOMENT.format(Instant.parse(instant));
    }

    /// The same to the minute.
    public String minute(String instant) {
        return MINUTES.format(Instant.parse(instant));
    }

    /// How long ago, or in how long.
    public String ago(String instant) {
        Duration passed = Duration.between(Instant.parse(instant), now);
        return passed.isNegative()
                ? "in " + span(passed.negated().toSeconds())
                : passed.toSeconds() < 1 ? "now" : span(passed.toSeconds()) + " ago";
    }

    /// Since 1970, as plots have it.
    public long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    /// For how long.
    public String span(long seconds) {
        if (seconds < FEW * MINUTE) {
            return seconds + " s";
        }
        if (seconds < FEW * HOUR) {
            return seconds / MINUTE + " min";
        }
        return seconds < FEW * DAY ? seconds / HOUR + " h" : seconds / DAY + " days";
    }

    /// A part of a whole as a whole percentage, never more than all of it.
    public long percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.min(100, Math.round(100.0 * part / whole));
    }
}
