package io.turnout.application.erasure;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.erasure.Erasures.Asking;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Person;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Optional;
import java.util.UUID;

/// An org's Salesforce asks that somebody be forgotten there. The address goes no further than
/// this: what is kept is a keyed hash of it.
public final class AskErasure {
    private static final String WHO = "salesforce";
    private static final String WHAT = "ask to be forgotten";
    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long REST = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Erasures erasures;
    private final Vault vault;
    private final AuditTrail trail;

    public AskErasure(Erasures erasures, Vault vault, AuditTrail trail) {
        this.erasures = erasures;
        this.vault = vault;
        this.trail = trail;
    }

    /// What became of it, and under which id: the same for the same message about the same person.
    public record Asked(Asking asking, ErasureId id) {}

    /// Keeps it.
    ///
    /// @param message the id of the message that asks
    /// @param request the correlation id
    public Asked ask(OrgId org, String message, String email, String request) {
        if (!vault.serves(org)) {
            return new Asked(Asking.ELSEWHERE, new ErasureId(new UUID(0, 0)));
        }
        String folded = Person.folded(email);
        ErasureId id = id(vault.digest(org, Use.ERASURE, message + "\n" + folded));
        Asking asking = erasures.ask(org, id, vault.digest(org, Use.EMAIL, folded));
        var _ =
                trail.append(
                        new AuditEntry(
                                WHO,
                                WHAT,
                                Optional.of(org),
                                "erasure=" + id,
                                asking.name(),
                                AuditEntry.admits(request) ? request : ""));
        return new Asked(asking, id);
    }

    /// A hash folded to a UUID of version 8 (RFC 9562).
    private static ErasureId id(byte[] digest) {
        LongBuffer parts = ByteBuffer.wrap(digest).asLongBuffer();
        long high = parts.get(0) ^ parts.get(2);
        long low = parts.get(1) ^ parts.get(3);
        return new ErasureId(new UUID((high & ~0xF000L) | VERSION, (low & REST) | VARIANT));
    }
}
