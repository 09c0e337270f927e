package io.turnout.adapters.tink;

import io.turnout.application.attendeelink.UploadTickets;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadTicket;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.secret.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A ticket is the 16 bytes of the upload's id and 16 of HMAC-SHA-256 over it and the event, under
/// the org's token key, in URL-safe Base64.
public final class TinkUploadTickets implements UploadTickets {
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int MAC_BYTES = 16;
    private static final int TICKET_CHARACTERS = 43;

    private final OpenKeys keys;

    public TinkUploadTickets(OpenKeys keys) {
        this.keys = keys;
    }

    @Override
    public UploadTicket of(UploadKey upload) {
        byte[] ticket =
                ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                        .putLong(upload.id().value().getMostSignificantBits())
                        .putLong(upload.id().value().getLeastSignificantBits())
                        .put(mac(upload))
                        .array();
        return new UploadTicket(Base64.getUrlEncoder().withoutPadding().encodeToString(ticket));
    }

    /// Compares texts, since one ticket can be spelled in several ways and only one of them is
    /// ours.
    @Override
    public Optional<UploadKey> read(OrgId org, EventId event, String ticket) {
        if (ticket.length() != TICKET_CHARACTERS || !keys.serves(org)) {
            return Optional.empty();
        }
        byte[] given = ticket.getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(given));
            UploadId id = new UploadId(new UUID(bytes.getLong(), bytes.getLong()));
            UploadKey key = new UploadKey(org, event, id);
            byte[] right = of(key).value().getBytes(StandardCharsets.UTF_8);
            return Secrets.equal(right, given) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private byte[] mac(UploadKey upload) {
        byte[] input =
                ("link-upload|" + upload.event() + "|" + upload.id())
                        .getBytes(StandardCharsets.US_ASCII);
        try {
            return keys.of(upload.org()).token().compute(input, MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no ticket for an upload of " + upload.org(), e);
        }
    }
}
