package io.turnout.adapters.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// One org's keys in their working form. What is sealed now is sealed with `seals.get(sealId)`;
/// the others open what was sealed before. `emailId` is 0 where there is no key of that purpose
/// yet.
record OrgRing(
        int sealId,
        Map<Integer, Aead> seals,
        Prf index,
        int emailId,
        Map<Integer, Prf> emails,
        Prf token,
        Aead checkout) {
    Aead seal() {
        return Objects.requireNonNull(seals.get(sealId));
    }

    boolean isReplacing() {
        return seals.size() > 1 || emails.size() > 1;
    }

    /// Whether these are the keys that can be replaced, all of them and no other.
    boolean hasExactly(List<Wrapped> kept) {
        return ids(kept, Purpose.SEAL).equals(seals.keySet())
                && ids(kept, Purpose.EMAIL).equals(emails.keySet());
    }

    private static Set<Integer> ids(List<Wrapped> kept, Purpose purpose) {
        return kept.stream()
                .map(Wrapped::name)
                .filter(name -> name.purpose() == purpose)
                .map(Name::id)
                .collect(Collectors.toSet());
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
