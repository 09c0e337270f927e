package io.turnout.application.attendeelink;

import io.turnout.application.privacy.Vault;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Somebody opens a link, or what scans their mail does. It changes nothing, however often.
public final class OpenLink {
    private final AttendeeLinks links;
    private final LinkTokens tokens;
    private final LinkSeal seal;

    public OpenLink(AttendeeLinks links, LinkTokens tokens, Vault vault) {
        this.links = links;
        this.tokens = tokens;
        this.seal = new LinkSeal(vault);
    }

    /// The link of this token; empty when there is none, or none any more.
    public Optional<Link> open(OrgId org, String token) {
        return tokens.read(org, token)
                .flatMap(id -> links.find(org, id))
                .map(kept -> seal.open(org, kept));
    }
}
