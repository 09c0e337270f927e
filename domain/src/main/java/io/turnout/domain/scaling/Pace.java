package io.turnout.domain.scaling;

import java.time.Instant;
import java.util.Optional;

/// How it went since: when instances were last started and last stopped, and since when fewer
/// would do.
public record Pace(Instant outAt, Instant inAt, Optional<Instant> quietSince) {
    /// Nothing was ever done.
    public static final Pace FRESH = new Pace(Instant.EPOCH, Instant.EPOCH, Optional.empty());

    Pace out(Instant now) {
        return new Pace(now, inAt, Optional.empty());
    }

    Pace in(Instant now) {
        return new Pace(outAt, now, quietSince);
    }

    Pace busy() {
        return new Pace(outAt, inAt, Optional.empty());
    }

    Pace quiet(Instant now) {
        return new Pace(outAt, inAt, Optional.of(quietSince.orElse(now)));
    }

    /// Since when nothing speaks against stopping one.
    Instant calmSince(Instant now) {
        Instant since = quietSince.orElse(now);
        Instant last = outAt.isAfter(inAt) ? outAt : inAt;
        return since.isAfter(last) ? since : last;
    }
}
