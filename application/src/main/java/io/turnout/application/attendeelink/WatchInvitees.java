package io.turnout.application.attendeelink;

import io.turnout.domain.org.OrgId;

/// From now on an org is asked whom it invites, where links can be opened.
public final class WatchInvitees {
    private final LinkPolls polls;
    private final MintRule rule;

    public WatchInvitees(LinkPolls polls, MintRule rule) {
        this.polls = polls;
        this.rule = rule;
    }

    /// A second time changes nothing.
    public void watch(OrgId org) {
        if (rule.site().isPresent()) {
            polls.watch(org);
        }
    }
}
