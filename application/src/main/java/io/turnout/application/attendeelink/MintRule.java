package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.LinkSite;
import io.turnout.domain.delivery.BatchRule;
import java.util.Optional;

/// Where links are opened, without which none are made for whom orgs invite in Salesforce; and how
/// their addresses leave.
public record MintRule(Optional<LinkSite> site, BatchRule batches) {
    public static final MintRule NONE = new MintRule(Optional.empty(), BatchRule.USUAL);
}
