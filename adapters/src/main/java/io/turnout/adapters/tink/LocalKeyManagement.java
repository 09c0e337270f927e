package io.turnout.adapters.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// Key management with a master key of this stack's own: AES-256-GCM, bound to the org.
public final class LocalKeyManagement implements KeyManagement {
    private static final int KEY_BYTES = 32;
    private final Aead master;

    /// Opens it with a master key.
    ///
    /// @throws IllegalArgumentException when `masterKey` has not 32 bytes
    public LocalKeyManagement(byte[] masterKey) {
        if (masterKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("the master key has 32 bytes");
        }
        try {
            this.master = new AesGcmJce(masterKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot do AES-256-GCM", e);
        }
    }

    @Override
    public byte[] wrap(OrgId org, byte[] key) {
        try {
            return master.encrypt(key, context(org));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of " + org + " was not wrapped", e);
        }
    }

    @Override
    public byte[] unwrap(OrgId org, byte[] wrapped) {
        try {
            return master.decrypt(wrapped, context(org));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this is no key of " + org + " and this stack", e);
        }
    }

    private static byte[] context(OrgId org) {
        return ("1|" + org + "|org_key").getBytes(StandardCharsets.UTF_8);
    }
}
