package io.turnout.adapters.tink;

import io.turnout.application.privacy.ManageTokens;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/// HMAC-SHA-256 of the subject's id under the org's token key, in URL-safe Base64.
public final class TinkManageTokens implements ManageTokens {
    private static final int TOKEN_BYTES = 32;

    private final OpenKeys keys;

    public TinkManageTokens(OpenKeys keys) {
        this.keys = keys;
    }

    @Override
    public String of(OrgId org, UUID subject) {
        byte[] input = ("manage|" + subject).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] token = keys.of(org).token().compute(input, TOKEN_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no token for " + subject, e);
        }
    }

    @Override
    public boolean matches(OrgId org, UUID subject, String token) {
        return keys.serves(org)
                && Secrets.equal(
                        of(org, subject).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
