package io.turnout.application.attendeelink;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.util.Optional;

/// Which link a token opens, before anything is looked up.
public final class ReadLink {
    private final LinkTokens tokens;

    public ReadLink(LinkTokens tokens) {
        this.tokens = tokens;
    }

    /// Empty for what is no token of this org.
    public Optional<LinkId> read(OrgId org, String token) {
        return tokens.read(org, token);
    }
}
