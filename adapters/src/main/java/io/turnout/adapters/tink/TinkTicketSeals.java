package io.turnout.adapters.tink;

import io.turnout.application.waitingroom.TicketSeals;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.secret.Secrets;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A ticket is 33 bytes and 16 of HMAC-SHA-256 over them and the event, under the org's token key,
/// in URL-safe Base64. A seed is the same function of the opening: it is stored nowhere, moves with
/// the org, and is published without telling anything of the key.
public final class TinkTicketSeals implements TicketSeals {
    private static final byte FORMAT = 1;
    private static final int BODY_BYTES = 1 + 4 * Long.BYTES;
    private static final int MAC_BYTES = 16;
    private static final int SEED_BYTES = 32;
    private static final int TOKEN_CHARACTERS = 66;

    private final OpenKeys keys;

    public TinkTicketSeals(OpenKeys keys) {
        this.keys = keys;
    }

    @Override
    public Seed seed(WaitingRoomId room) {
        byte[] input = ascii("waiting-seed|" + room.event() + "|" + room.epoch());
        return new Seed(HexFormat.of().formatHex(compute(room.org(), input, SEED_BYTES)));
    }

    @Override
    public String seal(Ticket ticket) {
        byte[] body =
                ByteBuffer.allocate(BODY_BYTES)
                        .put(FORMAT)
                        .putLong(ticket.room().epoch())
                        .putLong(ticket.number())
                        .putLong(ticket.issuedAt().toEpochMilli())
                        .putLong(ticket.expiresAt().toEpochMilli())
                        .array();
        byte[] token = Arrays.copyOf(body, BODY_BYTES + MAC_BYTES);
        byte[] mac = mac(ticket.room().org(), ticket.room().event(), body);
        System.arraycopy(mac, 0, token, BODY_BYTES, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    @Override
    public Optional<Ticket> open(OrgId org, EventId event, String token) {
        if (token.length() != TOKEN_CHARACTERS || !keys.serves(org)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(bytes, BODY_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, BODY_BYTES, BODY_BYTES + MAC_BYTES);
        return body[0] == FORMAT && Secrets.equal(mac, mac(org, event, body))
                ? Optional.of(ticket(org, event, ByteBuffer.wrap(body)))
                : Optional.empty();
    }

    private static Ticket ticket(OrgId org, EventId event, ByteBuffer body) {
        return new Ticket(
                new WaitingRoomId(org, event, body.getLong(1)),
                body.getLong(1 + Long.BYTES),
                Instant.ofEpochMilli(body.getLong(1 + 2 * Long.BYTES)),
                Instant.ofEpochMilli(body.getLong(1 + 3 * Long.BYTES)));
    }

    private byte[] mac(OrgId org, EventId event, byte[] body) {
        byte[] input = ascii("waiting-ticket|" + event + "|" + HexFormat.of().formatHex(body));
        return compute(org, input, MAC_BYTES);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] compute(OrgId org, byte[] input, int bytes) {
        try {
            return keys.of(org).token().compute(input, bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no ticket for " + org, e);
        }
    }
}
