package io.turnout.adapters.postgres;

import io.turnout.application.privacy.Vault.Sealed;
import java.nio.ByteBuffer;

/// A ciphertext and its wrapped key in one column, for what lives and dies with its row.
final class SealedBytes {
    private SealedBytes() {}

    static byte[] of(Sealed sealed) {
        byte[] key = sealed.wrappedKey();
        return ByteBuffer.allocate(Integer.BYTES + key.length + sealed.ciphertext().length)
                .putInt(key.length)
                .put(key)
                .put(sealed.ciphertext())
                .array();
    }

    /// Takes the two apart.
    ///
    /// @throws IllegalStateException when these bytes are not two of that kind
    static Sealed read(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        int length = all.remaining() < Integer.BYTES ? -1 : all.getInt();
        if (length < 0 || length > all.remaining()) {
            throw new IllegalStateException("not sealed bytes");
        }
        byte[] key = new byte[length];
        all.get(key);
        byte[] ciphertext = new byte[all.remaining()];
        all.get(ciphertext);
        return new Sealed(ciphertext, key);
    }
}
