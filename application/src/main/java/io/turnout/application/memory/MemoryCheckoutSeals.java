package io.turnout.application.memory;

import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.org.OrgId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Hands out numbers instead of ciphertexts, and knows what each stands for.
public final class MemoryCheckoutSeals implements CheckoutSeals {
    private final Map<String, Checkout> sealed = new ConcurrentHashMap<>();
    private final AtomicLong seals = new AtomicLong();
    private final AtomicLong strange = new AtomicLong();
    private final String stack;

    public MemoryCheckoutSeals(String stack) {
        this.stack = stack;
    }

    @Override
    public Optional<String> seal(Checkout checkout) {
        String text = stack + "-" + seals.incrementAndGet() + "-" + checkout.id().value();
        var _ = sealed.put(text, checkout);
        return Optional.of(text);
    }

    @Override
    public Optional<Checkout> open(OrgId org, CheckoutId id, String text) {
        Optional<Checkout> found =
                Optional.ofNullable(sealed.get(text))
                        .filter(checkout -> checkout.org().equals(org))
                        .filter(checkout -> checkout.id().equals(id));
        if (found.isEmpty()) {
            long _ = strange.incrementAndGet();
        }
        return found;
    }

    @Override
    public long strange() {
        return strange.get();
    }
}
