package io.turnout.application.memory;

import io.turnout.application.privacy.Vault;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/// Seals nothing, but keeps the rules: what was sealed for one subject opens for no other.
public final class MemoryVault implements Vault {
    private static final int DIGEST_BYTES = 32;

    @Override
    public boolean serves(OrgId org) {
        return true;
    }

    @Override
    public Sealed seal(Subject subject, byte[] plain) {
        return new Sealed(plain.clone(), subject.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] open(Subject subject, Sealed sealed) {
        byte[] expected = subject.toString().getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(expected, sealed.wrappedKey())) {
            throw new IllegalStateException("sealed for another subject");
        }
        return sealed.ciphertext().clone();
    }

    @Override
    public byte[] rewrap(OrgId org, UUID record, int id, byte[] wrappedKey) {
        return wrappedKey.clone();
    }

    @Override
    public byte[] finder(OrgId org, String address) {
        return digest(org, Use.EMAIL, address);
    }

    @Override
    public byte[] finder(OrgId org, int id, byte[] digest) {
        return digest.clone();
    }

    @Override
    public Map<Integer, byte[]> finders(OrgId org, byte[] digest) {
        return Map.of(0, digest);
    }

    @Override
    public byte[] digest(OrgId org, Use use, String text) {
        byte[] all = (org + "|" + use + "|" + text).getBytes(StandardCharsets.UTF_8);
        byte[] digest = new byte[DIGEST_BYTES];
        for (int i = 0; i < all.length; i++) {
            digest[i % DIGEST_BYTES] = (byte) (31 * digest[i % DIGEST_BYTES] + all[i]);
        }
        return digest;
    }
}
