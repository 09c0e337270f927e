package io.turnout.application.memory;

import io.turnout.application.privacy.KeyManagement;
import io.turnout.domain.org.OrgId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Binds a key to its org and hides nothing: for tests and for looking around.
public final class MemoryKeyManagement implements KeyManagement {
    @Override
    public byte[] wrap(OrgId org, byte[] key) {
        byte[] name = name(org);
        return ByteBuffer.allocate(name.length + key.length).put(name).put(key).array();
    }

    @Override
    public byte[] unwrap(OrgId org, byte[] wrapped) {
        byte[] name = name(org);
        if (!Arrays.equals(name, Arrays.copyOf(wrapped, name.length))) {
            throw new IllegalStateException("a key of another org");
        }
        return Arrays.copyOfRange(wrapped, name.length, wrapped.length);
    }

    private static byte[] name(OrgId org) {
        return org.value().getBytes(StandardCharsets.UTF_8);
    }
}
