package io.turnout.adapters.tink;

import io.turnout.application.attendeelink.LinkTokens;
import io.turnout.domain.attendeelink.LinkToken;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.secret.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A token is the 16 bytes of the link's id and 16 of HMAC-SHA-256 over it, under the org's token
/// key, in URL-safe Base64 (decision 0014).
public final class TinkLinkTokens implements LinkTokens {
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int MAC_BYTES = 16;
    private static final int TOKEN_CHARACTERS = 43;

    private final OpenKeys keys;

    public TinkLinkTokens(OpenKeys keys) {
        this.keys = keys;
    }

    @Override
    public LinkToken of(OrgId org, LinkId link) {
        byte[] token =
                ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                        .putLong(link.value().getMostSignificantBits())
                        .putLong(link.value().getLeastSignificantBits())
                        .put(mac(org, link))
                        .array();
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /// Compares texts, since one token can be spelled in several ways and only one of them is ours.
    @Override
    public Optional<LinkId> read(OrgId org, String token) {
        if (token.length() != TOKEN_CHARACTERS || !keys.serves(org)) {
            return Optional.empty();
        }
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(given));
            LinkId link = new LinkId(new UUID(bytes.getLong(), bytes.getLong()));
            byte[] right = of(org, link).value().getBytes(StandardCharsets.UTF_8);
            return Secrets.equal(right, given) ? Optional.of(link) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private byte[] mac(OrgId org, LinkId link) {
        byte[] input = ("link|" + link).getBytes(StandardCharsets.US_ASCII);
        try {
            return keys.of(org).token().compute(input, MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no token for a link of " + org, e);
        }
    }
}
