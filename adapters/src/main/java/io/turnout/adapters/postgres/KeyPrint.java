package io.turnout.adapters.postgres;

import java.nio.ByteBuffer;

/// An idempotency key and the request it came with, both as keyed hashes: enough to know a repeat
/// by, and nothing to read.
record KeyPrint(ByteBuffer key, ByteBuffer request) {
    static KeyPrint of(byte[] key, byte[] request) {
        return new KeyPrint(
                ByteBuffer.wrap(key).asReadOnlyBuffer(),
                ByteBuffer.wrap(request).asReadOnlyBuffer());
    }

    static byte[] bytes(ByteBuffer digest) {
        byte[] bytes = new byte[digest.remaining()];
        digest.duplicate().get(bytes);
        return bytes;
    }
}
