package io.turnout.application.relocation;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The moves that were asked for at this stack. An org has one at a time that is not finished.
public interface Relocations {
    /// How many are listed at most.
    int LISTED_MAX = 200;

    /// Keeps what was asked for, unless a move of that org is not finished. The same id twice is
    /// kept once.
    boolean ask(Relocation.Order order);

    Optional<Relocation> find(RelocationId id);

    /// Newest first.
    List<Relocation> newest(int limit);

    /// The move of that org that is not finished.
    Optional<Relocation> unfinished(OrgId org);

    /// Of those that are not finished, who was asked for first comes first.
    List<Relocation> next(int limit);

    /// Of each org that was ever to be moved, the move that was asked for last.
    Map<OrgId, Relocation> latest();

    /// It is so far now. Of each phase it is kept when it began and how much there is by now; what
    /// came after it is forgotten, since a move may be begun anew. After it has ended nothing is
    /// kept.
    void reach(RelocationId id, Phase phase, long rows, long backlog);

    /// Somebody wants it to end without having moved anything, if there is still time. False where
    /// it has ended.
    boolean halt(RelocationId id);

    /// Whether somebody does.
    boolean isHalted(RelocationId id);

    /// How it ended. What has ended stays as it is.
    void end(RelocationId id, Moved outcome);

    /// It will not be taken back. False where the org did not move, or that was said before.
    boolean complete(RelocationId id);
}
