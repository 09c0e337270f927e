package io.turnout.adapters.tink;

import com.google.crypto.tink.Aead;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.org.OrgId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// AES-256-GCM under a fresh key per record, that key under the org's (NIST SP 800-38D; Tink).
/// Every ciphertext starts with its format, a wrapped key with the id of what wrapped it too.
/// The associated data names where it stands, so that a ciphertext moved elsewhere does not open.
public final class TinkVault implements Vault {
    private static final byte FORMAT = 1;
    private static final int WRAPPED_HEAD = 1 + Integer.BYTES;
    private static final int DIGEST_BYTES = 32;

    private final OpenKeys keys;

    public TinkVault(OpenKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean serves(OrgId org) {
        return keys.serves(org);
    }

    @Override
    public Sealed seal(Subject subject, byte[] plain) {
        OpenKeys.OrgRing ring = keys.of(subject.org());
        return Workers.run(() -> seal(ring, subject, plain));
    }

    private Sealed seal(OpenKeys.OrgRing ring, Subject subject, byte[] plain) {
        try {
            byte[] key = keys.randomKey();
            byte[] content = OpenKeys.aead(key).encrypt(plain, place(subject));
            byte[] wrapped = ring.seal().encrypt(key, keyPlace(subject, ring.sealId()));
            return new Sealed(
                    ByteBuffer.allocate(1 + content.length).put(FORMAT).put(content).array(),
                    ByteBuffer.allocate(WRAPPED_HEAD + wrapped.length)
                            .put(FORMAT)
                            .putInt(ring.sealId())
                            .put(wrapped)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not sealed: " + subject, e);
        }
    }

    @Override
    public byte[] open(Subject subject, Sealed sealed) {
        OpenKeys.OrgRing ring = keys.of(subject.org());
        return Workers.run(() -> open(ring, subject, sealed));
    }

    private static byte[] open(OpenKeys.OrgRing ring, Subject subject, Sealed sealed) {
        ByteBuffer wrapped = ByteBuffer.wrap(sealed.wrappedKey());
        ByteBuffer content = ByteBuffer.wrap(sealed.ciphertext());
        if (wrapped.remaining() <= WRAPPED_HEAD
                || !content.hasRemaining()
                || wrapped.get() != FORMAT
                || content.get() != FORMAT) {
            throw new IllegalStateException("unknown format: " + subject);
        }
        int keyId = wrapped.getInt();
        if (keyId != ring.sealId()) {
            throw new IllegalStateException("unknown key " + keyId + ": " + subject);
        }
        try {
            byte[] key = ring.seal().decrypt(rest(wrapped), keyPlace(subject, keyId));
            Aead aead = OpenKeys.aead(key);
            return aead.decrypt(rest(content), place(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("changed, or of another subject: " + subject, e);
        }
    }

    @Override
    public byte[] digest(OrgId org, Use use, String text) {
        byte[] input = (use + "|" + text).getBytes(StandardCharsets.UTF_8);
        try {
            return keys.of(org).index().compute(input, DIGEST_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no digest for " + use, e);
        }
    }

    private static byte[] place(Subject subject) {
        return bytes(
                FORMAT
                        + "|"
                        + subject.org()
                        + "|"
                        + subject.table()
                        + "|"
                        + subject.record()
                        + "|"
                        + subject.column());
    }

    private static byte[] keyPlace(Subject subject, int keyId) {
        return bytes(
                FORMAT
                        + "|"
                        + subject.org()
                        + "|record_key|"
                        + subject.record()
                        + "|wrapped|"
                        + keyId);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }
}
