package io.turnout.domain.relocation;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A move of an org as whoever asked for it sees it. It decides nothing: where the org may be
/// written is what its stacks say.
///
/// @param steps how far it came, and when; a move that is begun anew begins them anew
/// @param outcome how it ended, once it has
public record Relocation(
        Order order,
        State state,
        Instant askedAt,
        Instant changedAt,
        List<Step> steps,
        Optional<Moved> outcome) {
    public Relocation {
        steps = List.copyOf(steps);
    }

    /// What was asked for, and by whom.
    public record Order(RelocationId id, OrgId org, StackName from, StackName to, String askedBy) {
        public Order {
            if (from.equals(to)) {
                throw new IllegalArgumentException("an org moves to another stack");
            }
        }

        /// The same move the other way.
        public Order back(RelocationId id, String askedBy) {
            return new Order(id, org, to, from, askedBy);
        }
    }

    /// When a step began, how many rows were copied by then, and how many were left to copy again.
    public record Step(Phase phase, Instant at, long rows, long backlog) {}

    /// Where it is.
    public enum State {
        /// Nobody has begun.
        ASKED,
        MOVING,
        /// The org is at home there. What is written is journalled, for the way back.
        MOVED,
        /// The org is where it was.
        STAYED,
        /// It will not be taken back: nothing is journalled any more.
        COMPLETED
    }

    public RelocationId id() {
        return order.id();
    }

    public OrgId org() {
        return order.org();
    }

    public boolean isFinished() {
        return state != State.ASKED && state != State.MOVING;
    }
}
