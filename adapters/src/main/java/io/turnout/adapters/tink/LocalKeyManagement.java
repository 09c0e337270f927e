package io.turnout.adapters.tink;

import com.google.crypto.tink.Aead;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.OrgKeys.Name;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Key management with master keys of this stack's own: AES-256-GCM, bound to the name of what is
/// wrapped. A wrapped key starts with its format and the id of the master key, which is a hash of
/// that: so nobody can give a key the wrong id.
public final class LocalKeyManagement implements KeyManagement {
    public static final int KEY_BYTES = 32;
    private static final byte FORMAT = 2;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int NONCE_AND_TAG = 12 + 16;
    private static final Master UNNAMED = new Master("unnamed", Standing.OLDER);

    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, MasterKey> masters = new LinkedHashMap<>();
    private final int current;

    private record MasterKey(Aead aead, Standing standing) {}

    /// Opens it with a single master key.
    ///
    /// @throws IllegalArgumentException when `masterKey` has not 32 bytes
    public LocalKeyManagement(byte[] masterKey) {
        this(masterKey, List.of(), List.of());
    }

    /// Opens it with the key that wraps, those that will wrap soon, and those that did.
    ///
    /// @throws IllegalArgumentException when one has not 32 bytes, or is there twice
    public LocalKeyManagement(byte[] masterKey, List<byte[]> next, List<byte[]> older) {
        this.current = add(masterKey, Standing.CURRENT);
        for (byte[] key : next) {
            int _ = add(key, Standing.NEXT);
        }
        for (byte[] key : older) {
            int _ = add(key, Standing.OLDER);
        }
    }

    private int add(byte[] key, Standing standing) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes");
        }
        String hash = new KeyedHash(key, "id of a master key").apply("");
        int id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(hash)).getInt();
        if (masters.put(id, new MasterKey(OpenKeys.aead(key), standing)) != null) {
            throw new IllegalArgumentException("a master key is there twice: " + name(id));
        }
        return id;
    }

    @Override
    public byte[] wrap(Name name, byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        try {
            byte[] closed = master(current).aead().encrypt(key, place(name, current));
            return ByteBuffer.allocate(HEAD + closed.length)
                    .put(FORMAT)
                    .putInt(current)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not wrapped: " + name, e);
        }
    }

    @Override
    public byte[] fresh(Name name) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return wrap(name, key);
    }

    @Override
    public byte[] unwrap(Name name, byte[] wrapped) {
        if (isUnnamed(wrapped)) {
            return unwrapUnnamed(name, wrapped);
        }
        ByteBuffer bytes = ByteBuffer.wrap(wrapped);
        if (bytes.remaining() < HEAD || bytes.get() != FORMAT) {
            throw new IllegalStateException("no wrapped key: " + name);
        }
        int id = bytes.getInt();
        byte[] closed = new byte[bytes.remaining()];
        bytes.get(closed);
        try {
            return master(id).aead().decrypt(closed, place(name, id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("changed, or the key of another: " + name, e);
        }
    }

    /// As keys were wrapped before master keys had names.
    private static boolean isUnnamed(byte[] wrapped) {
        return wrapped.length == KEY_BYTES + NONCE_AND_TAG;
    }

    private byte[] unwrapUnnamed(Name name, byte[] wrapped) {
        byte[] place = ("1|" + name.org() + "|org_key").getBytes(StandardCharsets.UTF_8);
        @Nullable GeneralSecurityException last = null;
        for (MasterKey master : masters.values()) {
            try {
                return master.aead().decrypt(wrapped, place);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw new IllegalStateException("changed, or under no master key here: " + name, last);
    }

    private MasterKey master(int id) {
        MasterKey master = masters.get(id);
        if (master == null) {
            throw new IllegalStateException("no master key " + name(id) + " here");
        }
        return master;
    }

    @Override
    public Master master(byte[] wrapped) {
        if (isUnnamed(wrapped) || wrapped.length < HEAD) {
            return UNNAMED;
        }
        int id = ByteBuffer.wrap(wrapped).getInt(1);
        MasterKey master = masters.get(id);
        return new Master(name(id), master == null ? Standing.MISSING : master.standing());
    }

    /// The names of all master keys, and what is done with them.
    public Collection<Master> masters() {
        return masters.entrySet().stream()
                .map(entry -> new Master(name(entry.getKey()), entry.getValue().standing()))
                .toList();
    }

    private static String name(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    private static byte[] place(Name name, int master) {
        String place =
                String.join(
                        "|",
                        Byte.toString(FORMAT),
                        name.org().value(),
                        "org_key",
                        name.purpose().name(),
                        Integer.toString(name.id()),
                        name(master));
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
