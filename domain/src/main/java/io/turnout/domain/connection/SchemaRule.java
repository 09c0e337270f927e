package io.turnout.domain.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When the objects and fields of an org are looked at again. Looking costs a few of its calls, so
/// a day lies between two looks, unless something says that it would find something new.
public final class SchemaRule {
    /// While nothing is known to be wrong.
    public static final Duration AT_REST = Duration.ofDays(1);

    /// While rows wait since a field or an object was not as they need it.
    public static final Duration DRIFTED = Duration.ofMinutes(5);

    /// After the org could not be asked.
    public static final Duration UNANSWERED = Duration.ofHours(1);

    private SchemaRule() {}

    /// When it was last looked at, for which version of mapping and connection, and whether the
    /// org answered.
    public record Last(Instant at, String version, boolean answered) {}

    public static boolean isDue(Optional<Last> last, String version, boolean drifted, Instant now) {
        return last.map(look -> isDue(look, version, drifted, now)).orElse(true);
    }

    private static boolean isDue(Last last, String version, boolean drifted, Instant now) {
        Duration pause = drifted ? DRIFTED : last.answered() ? AT_REST : UNANSWERED;
        return !last.version().equals(version) || !now.isBefore(last.at().plus(pause));
    }
}
