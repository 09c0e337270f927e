package io.turnout.domain.registration;

/// Others wait in line for this event, and it is not this visitor's turn. Nothing was kept.
public record MustWait(Cause cause) implements Decision, HoldDecision {
    /// Why, since one keeps its ticket and the other needs a new one.
    public enum Cause {
        /// Without a ticket, or with one that is not called.
        OTHERS_COME_FIRST,
        /// The ticket has let somebody in already.
        TICKET_USED
    }
}
