package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.LinkToken;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.util.Optional;

/// Makes the tokens that open links, and reads them. A token is its link's id and proof that we
/// made it, 128 bits that nobody guesses, under a key of the org: so it is never stored, is rebuilt
/// at will, and a guess is known as one before anything is looked up.
public interface LinkTokens {
    /// The one token of a link, always the same: 43 characters, fit for a URL.
    LinkToken of(OrgId org, LinkId link);

    /// The link that a token opens. Empty for what is no token of this org; takes as long whichever
    /// part of it is wrong. Says nothing of whether the link is kept.
    Optional<LinkId> read(OrgId org, String token);
}
