package io.turnout.application.memory;

import io.turnout.application.attendeelink.UploadTickets;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadTicket;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Tickets of the right form that anyone can make: for tests and for looking around.
public final class MemoryUploadTickets implements UploadTickets {
    @Override
    public UploadTicket of(UploadKey upload) {
        UUID id = upload.id().value();
        byte[] ticket =
                ByteBuffer.allocate(4 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(upload.org().hashCode())
                        .putLong(31L * upload.event().hashCode() + id.hashCode())
                        .array();
        return new UploadTicket(Base64.getUrlEncoder().withoutPadding().encodeToString(ticket));
    }

    @Override
    public Optional<UploadKey> read(OrgId org, EventId event, String ticket) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(ticket));
            UploadId id = new UploadId(new UUID(bytes.getLong(), bytes.getLong()));
            return Optional.of(new UploadKey(org, event, id))
                    .filter(one -> of(one).value().equals(ticket));
        } catch (IllegalArgumentException | BufferUnderflowException none) {
            return Optional.empty();
        }
    }
}
