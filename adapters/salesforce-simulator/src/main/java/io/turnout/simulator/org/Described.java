package io.turnout.simulator.org;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// When each description was last seen to change, so that who has it already need not fetch it.
public final class Described {
    /// `GMT` as the standard has it, or the name of a client's own zone.
    private static final DateTimeFormatter ZONED =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss [z][xx]", Locale.US);

    private final InstantSource clock;
    private final Map<String, Known> known = new HashMap<>();
    private final long start;

    private record Known(int hash, long seconds) {}

    public Described(InstantSource clock) {
        this.clock = clock;
        this.start = clock.millis() / 1_000;
    }

    /// The moment the description of this address became what it is now, in epoch seconds. A change
    /// within the second of the last one counts for the next.
    public synchronized long changed(String address, String text) {
        Known before = known.get(address);
        if (before == null) {
            known.put(address, new Known(text.hashCode(), start));
            return start;
        }
        if (before.hash() != text.hashCode()) {
            long now = Math.max(clock.millis() / 1_000, before.seconds() + 1);
            known.put(address, new Known(text.hashCode(), now));
            return now;
        }
        return before.seconds();
    }

    /// `Sun, 22 Nov 2026 03:08:00 GMT`
    public static String date(long seconds) {
        ZonedDateTime moment = Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC);
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment);
    }

    /// Whether a client that has the state of this date lacks what changed at that moment.
    public static boolean isNewer(long seconds, String date) {
        try {
            var has = ZONED.parse(date.trim(), Instant::from);
            return seconds > has.getEpochSecond();
        } catch (DateTimeException e) {
            return true;
        }
    }
}
