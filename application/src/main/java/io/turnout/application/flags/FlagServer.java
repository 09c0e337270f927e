package io.turnout.application.flags;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Reach;
import io.turnout.domain.rollout.Shown;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A rollout server that shows what was decided here, to people and to other programs. It may be
/// away for days: nothing here waits for it.
public interface FlagServer {
    /// What it handed out last, a second old or so. Empty while it is away or answers nonsense.
    Optional<Sight> look();

    /// Makes it show a flag as on for these orgs and nobody else, and reads that back. Said twice,
    /// nothing changes. Meanwhile no org is off that is on before and after.
    ///
    /// @throws IllegalStateException when it is away, refuses, or shows something else afterwards
    Showing show(Flag flag, Reach reach);

    /// The last edit of a flag that was not ours.
    Optional<Edit> lastEdit(Flag flag);

    /// What it shows of each flag, and what its definitions come to.
    record Sight(Map<Flag, Shown> shown, FlagDefinitions definitions) {
        public Sight {
            shown = Map.copyOf(shown);
        }

        boolean isOn(Flag flag, OrgId org) {
            return definitions.isOn(flag, org);
        }
    }

    /// How showing went.
    sealed interface Showing {
        record Done() implements Showing {}

        /// It cannot name so many orgs. What it showed before stays.
        record NoRoom(int orgs, int max) implements Showing {}
    }

    /// Who did what, in the server's words.
    record Edit(String what, String author, Instant at) {}
}
