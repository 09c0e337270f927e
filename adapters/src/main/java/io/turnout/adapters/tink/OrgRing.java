package io.turnout.adapters.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;

/// One org's keys in their working form. What is sealed now is sealed with `seals.get(sealId)`;
/// the others open what was sealed before.
record OrgRing(int sealId, Map<Integer, Aead> seals, Prf index, Prf token, Aead checkout) {
    Aead seal() {
        return Objects.requireNonNull(seals.get(sealId));
    }

    /// A key of its own, which the token key yields and nobody finds that one by.
    static Aead checkout(Prf token) {
        try {
            byte[] input = "seal of checkouts".getBytes(StandardCharsets.UTF_8);
            return OpenKeys.aead(token.compute(input, OpenKeys.KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key to seal checkouts", e);
        }
    }
}
