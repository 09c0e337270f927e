package io.turnout.application.attendeelink;

import io.turnout.application.delivery.OrgRecords;
import io.turnout.application.delivery.Renewal;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.domain.attendeelink.LinkSite;
import io.turnout.domain.delivery.InviteeRow;
import io.turnout.domain.delivery.LinkBatch;
import io.turnout.domain.delivery.OwedLink;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Person;
import java.util.List;
import java.util.Optional;

/// The addresses of an event's links go to its org: take, call, settle, with no transaction open
/// meanwhile. They are made as they leave, and stand in no table.
public final class RelayLinks {
    private final OwedLinks owed;
    private final OrgRecords records;
    private final Renewal renewal;
    private final VanityHosts hosts;
    private final LinkTokens tokens;
    private final MintRule rule;

    public RelayLinks(
            OwedLinks owed,
            OrgRecords records,
            Renewal renewal,
            VanityHosts hosts,
            LinkTokens tokens,
            MintRule rule) {
        this.owed = owed;
        this.records = records;
        this.renewal = renewal;
        this.hosts = hosts;
        this.tokens = tokens;
        this.rule = rule;
    }

    /// The receipt of the one call it made; empty when nothing was due.
    public Optional<Receipt> relay() {
        return rule.site()
                .flatMap(site -> owed.take(rule.batches()).map(batch -> send(batch, site)));
    }

    private Receipt send(LinkBatch batch, LinkSite site) {
        Optional<HostName> own = hosts.openOf(batch.org()).map(VanityHost::name);
        List<InviteeRow> rows =
                batch.links().stream().map(link -> row(batch.org(), link, own, site)).toList();
        Receipt receipt = renewal.during(batch.lease(), () -> records.write(batch.org(), rows));
        owed.settle(batch, receipt);
        return receipt;
    }

    private InviteeRow row(OrgId org, OwedLink owedLink, Optional<HostName> own, LinkSite site) {
        return switch (owedLink) {
            case OwedLink.Address(var record, var link) ->
                    new InviteeRow.Invited(record, site.address(org, own, tokens.of(org, link)));
            case OwedLink.Oblivion(var record, var link) ->
                    new InviteeRow.Forgotten(record, Person.nobody(new AttendeeId(link.value())));
        };
    }
}
