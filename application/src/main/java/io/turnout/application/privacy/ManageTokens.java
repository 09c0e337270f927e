package io.turnout.application.privacy;

import io.turnout.domain.org.OrgId;
import java.util.UUID;

/// Proof that the bearer is who registered or holds: made from the org's token key and the id of
/// the registration or hold, so it is never stored and can be rebuilt at will.
public interface ManageTokens {
    /// The one token for `subject`, always the same: URL-safe text without personal data.
    String of(OrgId org, UUID subject);

    /// Whether `token` is the one for `subject`; takes as long whether it is or not. False for an
    /// org that is not at home here.
    boolean matches(OrgId org, UUID subject, String token);
}
