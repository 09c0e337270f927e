package io.turnout.adapters.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The keys of every org that was asked for, ready to use. An org's first request makes them or
/// unwraps them; after that nobody is called.
public final class OpenKeys {
    static final int KEY_BYTES = 32;
    private static final int FIRST_KEY = 1;

    private final KeyManagement management;
    private final OrgKeys kept;
    private final SecureRandom random = new SecureRandom();
    private final Map<OrgId, OrgRing> rings = new ConcurrentHashMap<>();

    public OpenKeys(KeyManagement management, OrgKeys kept) {
        this.management = management;
        this.kept = kept;
    }

    /// Fetches the keys of the orgs that sell now, at most `limit`, so that their first visitor
    /// waits for nobody. How many it were.
    public int warm(int limit) {
        var orgs = kept.onSale(limit);
        return (int) orgs.stream().filter(this::serves).count();
    }

    boolean serves(OrgId org) {
        return rings.containsKey(org) || rings.computeIfAbsent(org, this::open) != null;
    }

    OrgRing of(OrgId org) {
        OrgRing ring = serves(org) ? rings.get(org) : null;
        if (ring == null) {
            throw new IllegalStateException(org + " is not at home here");
        }
        return ring;
    }

    private @Nullable OrgRing open(OrgId org) {
        return kept.find(org)
                .or(() -> kept.keepFirst(org, fresh(org)))
                .map(wrapped -> ring(org, wrapped))
                .orElse(null);
    }

    private OrgRing ring(OrgId org, Map<Purpose, Wrapped> wrapped) {
        Prf token = prf(unwrap(org, wrapped, Purpose.TOKEN));
        return new OrgRing(
                key(org, wrapped, Purpose.SEAL).id(),
                aead(unwrap(org, wrapped, Purpose.SEAL)),
                prf(unwrap(org, wrapped, Purpose.INDEX)),
                token,
                checkout(token));
    }

    /// A key of its own, which the token key yields and nobody finds that one by.
    private static Aead checkout(Prf token) {
        try {
            byte[] input = "seal of checkouts".getBytes(StandardCharsets.UTF_8);
            return aead(token.compute(input, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key to seal checkouts", e);
        }
    }

    private byte[] unwrap(OrgId org, Map<Purpose, Wrapped> wrapped, Purpose purpose) {
        return management.unwrap(org, key(org, wrapped, purpose).key());
    }

    private static Wrapped key(OrgId org, Map<Purpose, Wrapped> wrapped, Purpose purpose) {
        Wrapped key = wrapped.get(purpose);
        if (key == null) {
            throw new IllegalStateException(org + " has no key to " + purpose);
        }
        return key;
    }

    private Map<Purpose, Wrapped> fresh(OrgId org) {
        Map<Purpose, Wrapped> keys = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            keys.put(purpose, new Wrapped(FIRST_KEY, management.wrap(org, randomKey())));
        }
        return keys;
    }

    byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot do AES-256-GCM", e);
        }
    }

    private static Prf prf(byte[] key) {
        try {
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot do HMAC-SHA-256", e);
        }
    }

    /// One org's keys in their working form.
    record OrgRing(int sealId, Aead seal, Prf index, Prf token, Aead checkout) {}
}
