package io.turnout.adapters.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.org.OrgId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        OrgRing ring = keys.of(subject.org());
        return Workers.run(() -> seal(ring, subject, plain));
    }

    private Sealed seal(OrgRing ring, Subject subject, byte[] plain) {
        try {
            byte[] key = keys.randomKey();
            byte[] content = OpenKeys.aead(key).encrypt(plain, place(subject));
            return new Sealed(
                    ByteBuffer.allocate(1 + content.length).put(FORMAT).put(content).array(),
                    wrap(ring, ring.sealId(), new Owner(subject), key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not sealed: " + subject, e);
        }
    }

    /// Whose key it is: a record of an org.
    private record Owner(OrgId org, UUID record) {
        Owner(Subject subject) {
            this(subject.org(), subject.record());
        }
    }

    private static byte[] wrap(OrgRing ring, int id, Owner owner, byte[] key)
            throws GeneralSecurityException {
        Aead seal = ring.seals().get(id);
        if (seal == null) {
            throw new GeneralSecurityException("no key " + id);
        }
        byte[] wrapped = seal.encrypt(key, keyPlace(owner, id));
        return ByteBuffer.allocate(WRAPPED_HEAD + wrapped.length)
                .put(FORMAT)
                .putInt(id)
                .put(wrapped)
                .array();
    }

    @Override
    public byte[] open(Subject subject, Sealed sealed) {
        OrgRing ring = ring(subject.org(), sealed.wrappedKey());
        return Workers.run(() -> open(ring, subject, sealed));
    }

    private byte[] open(OrgRing ring, Subject subject, Sealed sealed) {
        ByteBuffer content = ByteBuffer.wrap(sealed.ciphertext());
        try {
            if (!content.hasRemaining() || content.get() != FORMAT) {
                throw new GeneralSecurityException("unknown format");
            }
            byte[] key = unwrap(ring, new Owner(subject), sealed.wrappedKey());
            return OpenKeys.aead(key).decrypt(rest(content), place(subject));
        } catch (GeneralSecurityException e) {
            throw keys.refuse(name(subject), "changed, or of another subject", e);
        }
    }

    @Override
    public byte[] rewrap(OrgId org, UUID record, int id, byte[] wrappedKey) {
        OrgRing ring = ring(org, wrappedKey);
        OrgRing newer = ring.seals().containsKey(id) ? ring : keys.of(org, id);
        Owner owner = new Owner(org, record);
        return Workers.run(
                () -> {
                    try {
                        return wrap(newer, id, owner, unwrap(ring, owner, wrappedKey));
                    } catch (GeneralSecurityException e) {
                        throw keys.refuse(name(owner), "changed, or of another record", e);
                    }
                });
    }

    private OrgRing ring(OrgId org, byte[] wrappedKey) {
        return wrappedKey.length <= WRAPPED_HEAD
                ? keys.of(org)
                : keys.of(org, ByteBuffer.wrap(wrappedKey).getInt(1));
    }

    private static byte[] unwrap(OrgRing ring, Owner owner, byte[] wrappedKey)
            throws GeneralSecurityException {
        ByteBuffer wrapped = ByteBuffer.wrap(wrappedKey);
        if (wrapped.remaining() <= WRAPPED_HEAD || wrapped.get() != FORMAT) {
            throw new GeneralSecurityException("unknown format");
        }
        int id = wrapped.getInt();
        Aead seal = ring.seals().get(id);
        if (seal == null) {
            throw new GeneralSecurityException("unknown key " + id);
        }
        return seal.decrypt(rest(wrapped), keyPlace(owner, id));
    }

    @Override
    public byte[] digest(OrgId org, Use use, String text) {
        return hash(keys.of(org).index(), bytes(use + "|" + text));
    }

    @Override
    public byte[] finder(OrgId org, String address) {
        OrgRing ring = keys.of(org);
        byte[] digest = hash(ring.index(), bytes(Use.EMAIL + "|" + address));
        return finder(ring, ring.emailId(), digest);
    }

    @Override
    public byte[] finder(OrgId org, int id, byte[] digest) {
        OrgRing ring = keys.of(org);
        return finder(ring.emails().containsKey(id) ? ring : keys.current(org), id, digest);
    }

    @Override
    public Map<Integer, byte[]> finders(OrgId org, byte[] digest) {
        OrgRing ring = keys.current(org);
        return Stream.concat(Stream.of(0), ring.emails().keySet().stream())
                .collect(Collectors.toUnmodifiableMap(id -> id, id -> finder(ring, id, digest)));
    }

    /// The id of the key and the keyed hash of the keyed hash; that alone for key 0.
    private static byte[] finder(OrgRing ring, int id, byte[] digest) {
        if (id == 0) {
            return digest.clone();
        }
        Prf key = ring.emails().get(id);
        if (key == null) {
            throw new IllegalStateException("no key " + id + " to find people by");
        }
        return ByteBuffer.allocate(Integer.BYTES + DIGEST_BYTES)
                .putInt(id)
                .put(hash(key, digest))
                .array();
    }

    private static byte[] hash(Prf key, byte[] input) {
        try {
            return key.compute(input, DIGEST_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keyed hash", e);
        }
    }

    private static String name(Subject subject) {
        return String.join(
                "|",
                subject.org().value(),
                subject.table(),
                subject.record().toString(),
                subject.column());
    }

    private static byte[] place(Subject subject) {
        return bytes(FORMAT + "|" + name(subject));
    }

    private static String name(Owner owner) {
        return owner.org() + "|record_key|" + owner.record() + "|wrapped";
    }

    private static byte[] keyPlace(Owner owner, int id) {
        return bytes(FORMAT + "|" + name(owner) + "|" + id);
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
