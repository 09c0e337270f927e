package io.turnout.application.memory;

import io.turnout.application.checkout.Checkouts;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.org.OrgId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers the newest ten thousand checkouts.
public final class MemoryCheckouts implements Checkouts {
    private static final int CHECKOUTS_MAX = 10_000;

    private final Map<Key, Checkout> kept = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Checkout> find(OrgId org, CheckoutId id) {
        return Optional.ofNullable(kept.get(new Key(org, id)));
    }

    @Override
    public synchronized void keep(Checkout checkout) {
        var _ = kept.put(new Key(checkout.org(), checkout.id()), checkout);
        if (kept.size() > CHECKOUTS_MAX) {
            var _ = kept.remove(kept.keySet().iterator().next());
        }
    }

    private record Key(OrgId org, CheckoutId id) {}
}
