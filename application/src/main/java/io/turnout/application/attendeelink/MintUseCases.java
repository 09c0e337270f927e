package io.turnout.application.attendeelink;

import io.turnout.application.delivery.OrgRecords;
import io.turnout.application.delivery.Renewal;
import io.turnout.application.hosting.VanityHosts;

/// What can be asked about links that are made for whom orgs invite in their Salesforce.
public record MintUseCases(
        WatchInvitees watch,
        MintLinks mint,
        RelayLinks relay,
        ShowMinting show,
        ReplayLinks replay) {
    /// Made of links, and of what brings anything to the orgs.
    public static MintUseCases over(
            LinkPorts ports, OrgRecords records, Renewal renewal, VanityHosts hosts) {
        MintPorts minting = ports.minting();
        return new MintUseCases(
                new WatchInvitees(minting.polls(), minting.rule()),
                new MintLinks(minting.polls(), minting.source(), ports.vault()),
                new RelayLinks(
                        minting.owed(), records, renewal, hosts, ports.tokens(), minting.rule()),
                new ShowMinting(minting.polls(), minting.owed()),
                new ReplayLinks(minting.owed()));
    }
}
