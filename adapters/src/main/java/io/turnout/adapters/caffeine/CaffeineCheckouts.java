package io.turnout.adapters.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnout.application.checkout.Checkouts;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Open checkouts in this process alone; another instance goes on with what the browser carries.
public final class CaffeineCheckouts implements Checkouts {
    private static final int CHECKOUTS_MAX = 100_000;

    private final Cache<Key, Checkout> kept =
            Caffeine.newBuilder().maximumSize(CHECKOUTS_MAX).expireAfterWrite(LIFE).build();

    @Override
    public Optional<Checkout> find(OrgId org, CheckoutId id) {
        return Optional.ofNullable(kept.getIfPresent(new Key(org, id)));
    }

    @Override
    public void keep(Checkout checkout) {
        kept.put(new Key(checkout.org(), checkout.id()), checkout);
    }

    private record Key(OrgId org, CheckoutId id) {}
}
