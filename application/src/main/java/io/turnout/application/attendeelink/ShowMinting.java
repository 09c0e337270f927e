package io.turnout.application.attendeelink;

import io.turnout.application.attendeelink.OwedLinks.SetAside;
import io.turnout.application.attendeelink.OwedLinks.Tally;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// How the links stand that are made for whom an org invites in its Salesforce.
public final class ShowMinting {
    private static final int SET_ASIDE_MAX = 100;

    private final LinkPolls polls;
    private final OwedLinks owed;

    public ShowMinting(LinkPolls polls, OwedLinks owed) {
        this.polls = polls;
        this.owed = owed;
    }

    public Minting show(OrgId org) {
        return new Minting(polls.look(org), owed.tally(org), owed.setAside(org, SET_ASIDE_MAX));
    }

    /// No poll where none are made.
    public record Minting(Optional<LinkPolls.View> poll, Tally tally, List<SetAside> setAside) {
        public Minting {
            setAside = List.copyOf(setAside);
        }
    }
}
