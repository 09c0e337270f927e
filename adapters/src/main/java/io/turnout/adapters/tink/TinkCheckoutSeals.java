package io.turnout.adapters.tink;

import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// AES-256-GCM under a key that is made from the org's token key, and so moves with it. The
/// associated data names stack, org and checkout: a copy in the wrong place does not open.
public final class TinkCheckoutSeals implements CheckoutSeals {
    private static final byte FORMAT = 1;

    /// Fifty places with fifty sessions each are half of this.
    private static final int TEXT_MAX = 128 * 1024;

    private final OpenKeys keys;
    private final String stack;
    private final List<String> stacks;
    private final AtomicLong strange = new AtomicLong();

    public TinkCheckoutSeals(OpenKeys keys, String stack) {
        this(keys, stack, List.of());
    }

    private TinkCheckoutSeals(OpenKeys keys, String stack, List<String> others) {
        this.keys = keys;
        this.stack = stack;
        this.stacks = Stream.concat(Stream.of(stack), others.stream()).toList();
    }

    /// For what browsers carry: opens as well what one of those stacks has sealed, for an org that
    /// has moved from there to here. Of any other org this stack has not the key.
    public TinkCheckoutSeals openingThoseOf(List<String> others) {
        return new TinkCheckoutSeals(keys, stack, others);
    }

    @Override
    public Optional<String> seal(Checkout checkout) {
        if (!keys.serves(checkout.org())) {
            return Optional.empty();
        }
        return Optional.of(Workers.run(() -> sealed(checkout)));
    }

    private String sealed(Checkout checkout) {
        byte[] plain = bytes(CheckoutText.write(checkout));
        try {
            byte[] closed =
                    keys.of(checkout.org())
                            .checkout()
                            .encrypt(plain, place(stack, checkout.org(), checkout.id()));
            byte[] sealed = new byte[closed.length + 1];
            sealed[0] = FORMAT;
            System.arraycopy(closed, 0, sealed, 1, closed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a checkout was not sealed", e);
        }
    }

    @Override
    public Optional<Checkout> open(OrgId org, CheckoutId id, String sealed) {
        Optional<Checkout> opened =
                sealed.length() <= TEXT_MAX && keys.serves(org)
                        ? Workers.run(() -> plain(org, id, sealed))
                                .flatMap(text -> CheckoutText.read(org, id, text))
                        : Optional.empty();
        if (opened.isEmpty()) {
            long _ = strange.incrementAndGet();
        }
        return opened;
    }

    private Optional<String> plain(OrgId org, CheckoutId id, String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length == 0 || bytes[0] != FORMAT) {
                return Optional.empty();
            }
            byte[] closed = Arrays.copyOfRange(bytes, 1, bytes.length);
            return stacks.stream()
                    .flatMap(one -> opened(closed, one, org, id).stream())
                    .findFirst();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<String> opened(byte[] closed, String by, OrgId org, CheckoutId id) {
        try {
            byte[] plain = keys.of(org).checkout().decrypt(closed, place(by, org, id));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException notTheirs) {
            return Optional.empty();
        }
    }

    @Override
    public long strange() {
        return strange.get();
    }

    private static byte[] place(String stack, OrgId org, CheckoutId id) {
        return bytes("checkout|" + FORMAT + "|" + stack + "|" + org + "|" + id.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
