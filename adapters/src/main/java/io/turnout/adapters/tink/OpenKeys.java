package io.turnout.adapters.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.domain.org.OrgId;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The keys of every org that was asked for, ready to use. An org's first request makes them or
/// unwraps them; after that nobody is called while a visitor waits.
public final class OpenKeys {
    static final int KEY_BYTES = 32;
    private static final int FIRST_KEY = 1;
    private static final Duration ASKED_EVERY = Duration.ofHours(1);
    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final KeyManagement management;
    private final OrgKeys kept;
    private final SecureRandom random = new SecureRandom();
    private final Map<OrgId, OrgRing> rings = new ConcurrentHashMap<>();
    private final Map<OrgId, Instant> confirmedAt = new ConcurrentHashMap<>();
    private final Refused refused = new Refused();

    public OpenKeys(KeyManagement management, OrgKeys kept) {
        this.management = management;
        this.kept = kept;
    }

    /// Fetches the keys of the orgs that sell now, at most `limit`, so that their first visitor
    /// waits for nobody. How many it were.
    public int warm(int limit) {
        var orgs = kept.onSale(limit);
        return (int) orgs.stream().filter(this::canServe).count();
    }

    /// One org whose keys cannot be had does not keep the others from being served.
    private boolean canServe(OrgId org) {
        try {
            return serves(org);
        } catch (UncheckedIOException | IllegalStateException notNow) {
            return false;
        }
    }

    /// Learns of keys that were added or dropped since, and asks key management once
    /// an hour whether it still opens the others. While it cannot be asked they are kept, for a day
    /// after it was last asked; what it denies goes at once.
    public void refresh(Instant now) {
        Set<OrgId> replacing = Set.copyOf(kept.replacing());
        boolean away = false;
        for (Map.Entry<OrgId, OrgRing> entry : rings.entrySet()) {
            OrgId org = entry.getKey();
            Instant confirmed = confirmedAt.computeIfAbsent(org, _ -> now);
            boolean due = !now.isBefore(confirmed.plus(ASKED_EVERY));
            boolean changes = replacing.contains(org) || entry.getValue().isReplacing();
            if (!away && (due || changes)) {
                away = !isRefreshed(entry.getValue(), org, due, now);
            }
            if (away && !now.isBefore(confirmed.plus(KEPT_FOR))) {
                forget(org);
            }
        }
    }

    /// False when key management cannot be asked.
    private boolean isRefreshed(OrgRing ring, OrgId org, boolean due, Instant now) {
        try {
            if (due || knowsOther(ring, org)) {
                rings.put(org, ring(org, kept.find(org)));
                confirmedAt.put(org, now);
            }
        } catch (UncheckedIOException away) {
            return false;
        } catch (IllegalStateException denied) {
            forget(org);
        }
        return true;
    }

    private void forget(OrgId org) {
        rings.remove(org);
        confirmedAt.remove(org);
    }

    private boolean knowsOther(OrgRing ring, OrgId org) {
        return !ring.hasExactly(kept.find(org));
    }

    /// How many ciphertexts and keys did not open where they stood.
    public long refused() {
        return refused.count();
    }

    IllegalStateException refuse(String where, String why, @Nullable Exception cause) {
        return refused.refuse(where, why, cause);
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

    /// The ring with the key `id` to seal with. Another instance may have one that is new since.
    OrgRing of(OrgId org, int id) {
        OrgRing ring = of(org);
        return ring.seals().containsKey(id) ? ring : current(org);
    }

    /// The ring with the keys that are kept at this moment.
    OrgRing current(OrgId org) {
        OrgRing ring = of(org);
        List<Wrapped> now = kept.find(org);
        if (ring.hasExactly(now)) {
            return ring;
        }
        OrgRing newer = ring(org, now);
        rings.put(org, newer);
        return newer;
    }

    private @Nullable OrgRing open(OrgId org) {
        List<Wrapped> found = kept.find(org);
        if (found.isEmpty()) {
            found = kept.keepFirst(org, fresh(org));
        }
        return found.isEmpty() ? null : ring(org, found);
    }

    private OrgRing ring(OrgId org, List<Wrapped> keys) {
        Map<Integer, Prf> emails = all(keys, Purpose.EMAIL, OpenKeys::prf);
        Prf token = prf(newest(org, keys, Purpose.TOKEN));
        return new OrgRing(
                newestOf(org, keys, Purpose.SEAL).name().id(),
                all(keys, Purpose.SEAL, OpenKeys::aead),
                prf(newest(org, keys, Purpose.INDEX)),
                emails.keySet().stream().max(Integer::compare).orElse(0),
                emails,
                token,
                OrgRing.checkout(token));
    }

    private <T> Map<Integer, T> all(
            List<Wrapped> keys, Purpose purpose, Function<byte[], T> working) {
        return keys.stream()
                .filter(key -> key.name().purpose() == purpose)
                .collect(
                        Collectors.toUnmodifiableMap(
                                key -> key.name().id(), key -> working.apply(unwrap(key))));
    }

    private byte[] newest(OrgId org, List<Wrapped> keys, Purpose purpose) {
        return unwrap(newestOf(org, keys, purpose));
    }

    private static Wrapped newestOf(OrgId org, List<Wrapped> keys, Purpose purpose) {
        return keys.stream()
                .filter(key -> key.name().purpose() == purpose)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(org + " has no key to " + purpose));
    }

    private byte[] unwrap(Wrapped key) {
        try {
            return management.unwrap(key.name(), key.key());
        } catch (IllegalStateException e) {
            Name name = key.name();
            String where = name.org() + "|org_key|" + name.purpose() + "|" + name.id();
            throw refused.refuse(where, "does not open", e);
        }
    }

    private List<Wrapped> fresh(OrgId org) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> new Name(org, purpose, FIRST_KEY))
                .map(name -> new Wrapped(name, management.fresh(name), false))
                .toList();
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
}
