package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.Optional;

/// What a rollout server shows is not what was written there: somebody changed a flag by hand, or
/// there is no room for what we want.
///
/// @param off for whom it went off, which was honoured; empty where it went on, which never is
/// @param what what the server says was done, or what is seen there
/// @param author who did it, as far as the server says
public record Drift(
        Flag flag,
        Optional<Audience> off,
        String what,
        String author,
        Instant at,
        Difference difference) {
    /// Who is told of where nobody changed anything.
    public static final String OURSELVES = "turnout";

    /// For whom it was to be on, and what was there instead.
    public record Difference(String expected, String observed) {
        public static Difference between(Reach written, Shown shown) {
            return new Difference(written.words(), shown.words());
        }
    }

    /// What became of it.
    public enum Resolution {
        /// It is off here too, until somebody lifts it.
        HONOURED,
        /// It never was on here, and was taken back there.
        TAKEN_BACK,
        /// The server has no room: it shows what it showed before.
        NOT_SHOWN
    }

    public Resolution resolution() {
        if (off.isPresent()) {
            return Resolution.HONOURED;
        }
        return author.equals(OURSELVES) ? Resolution.NOT_SHOWN : Resolution.TAKEN_BACK;
    }
}
