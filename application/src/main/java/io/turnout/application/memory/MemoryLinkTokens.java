package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkTokens;
import io.turnout.domain.attendeelink.LinkToken;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Tokens of the right form that anyone can make: for tests and for looking around, never for real
/// visitors.
public final class MemoryLinkTokens implements LinkTokens {
    @Override
    public LinkToken of(OrgId org, LinkId link) {
        byte[] token =
                ByteBuffer.allocate(4 * Long.BYTES)
                        .putLong(link.value().getMostSignificantBits())
                        .putLong(link.value().getLeastSignificantBits())
                        .putLong(org.hashCode())
                        .putLong(link.hashCode())
                        .array();
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    @Override
    public Optional<LinkId> read(OrgId org, String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            LinkId link = new LinkId(new UUID(bytes.getLong(), bytes.getLong()));
            return Optional.of(link).filter(one -> of(org, one).value().equals(token));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException none) {
            return Optional.empty();
        }
    }
}
