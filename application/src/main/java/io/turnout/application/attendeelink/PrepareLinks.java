package io.turnout.application.attendeelink;

import io.turnout.application.privacy.Vault;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// Links are made ready before anybody opens them, so that opening one asks Salesforce nothing.
public final class PrepareLinks {
    private final AttendeeLinks links;
    private final Vault vault;
    private final LinkSeal seal;

    public PrepareLinks(AttendeeLinks links, Vault vault) {
        this.links = links;
        this.vault = vault;
        this.seal = new LinkSeal(vault);
    }

    /// Keeps them all or none. Whoever repeats it changes nothing.
    public AttendeeLinks.Keeping prepare(OrgId org, List<Link> more) {
        return vault.serves(org)
                ? links.keep(org, more.stream().map(link -> seal.seal(org, link)).toList())
                : AttendeeLinks.Keeping.ELSEWHERE;
    }
}
