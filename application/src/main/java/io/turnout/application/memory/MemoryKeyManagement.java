package io.turnout.application.memory;

import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.OrgKeys.Name;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// Binds a key to its name and hides nothing: for tests and for looking around.
public final class MemoryKeyManagement implements KeyManagement {
    private static final int KEY_BYTES = 32;
    private final AtomicInteger made = new AtomicInteger();

    @Override
    public byte[] wrap(Name name, byte[] key) {
        byte[] label = label(name);
        return ByteBuffer.allocate(label.length + key.length).put(label).put(key).array();
    }

    @Override
    public byte[] fresh(Name name) {
        byte[] key = ByteBuffer.allocate(KEY_BYTES).putInt(made.incrementAndGet()).array();
        return wrap(name, key);
    }

    @Override
    public byte[] unwrap(Name name, byte[] wrapped) {
        byte[] label = label(name);
        if (!Arrays.equals(label, Arrays.copyOf(wrapped, label.length))) {
            throw new IllegalStateException("a key of another name");
        }
        return Arrays.copyOfRange(wrapped, label.length, wrapped.length);
    }

    @Override
    public Master master(byte[] wrapped) {
        return new Master("memory", Standing.CURRENT);
    }

    private static byte[] label(Name name) {
        return (name + "|").getBytes(StandardCharsets.UTF_8);
    }
}
