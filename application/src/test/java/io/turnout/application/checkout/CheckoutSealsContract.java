package io.turnout.application.checkout;

import static io.turnout.application.checkout.OpenCheckouts.ACME;
import static io.turnout.application.checkout.OpenCheckouts.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.checkout.Checkout;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for everything a checkout is sealed with.
public abstract class CheckoutSealsContract {
    /// The seals of a stack; all stacks have the same keys.
    protected abstract CheckoutSeals seals(String stack);

    private static String sealed(CheckoutSeals seals, Checkout checkout) {
        return seals.seal(checkout).orElseThrow();
    }

    @Test
    void what_is_sealed_opens_as_it_was() {
        CheckoutSeals seals = seals("here");
        Checkout begun = OpenCheckouts.begun(ACME, 1);
        Checkout holding = OpenCheckouts.holding(ACME, 2);

        assertThat(seals.open(ACME, begun.id(), sealed(seals, begun))).contains(begun);
        assertThat(seals.open(ACME, holding.id(), sealed(seals, holding))).contains(holding);
        assertThat(seals.open(ACME, holding.id(), sealed(seals, holding.brief())))
                .contains(holding.brief());
        assertThat(seals.strange()).isZero();
    }

    @Test
    void it_opens_in_no_other_org_stack_or_checkout_and_that_is_counted() {
        CheckoutSeals seals = seals("here");
        CheckoutSeals elsewhere = seals("elsewhere");
        Checkout ours = OpenCheckouts.holding(ACME, 1);
        String sealed = sealed(seals, ours);

        assertThat(seals.open(OTHER, ours.id(), sealed)).isEmpty();
        assertThat(seals.open(ACME, OpenCheckouts.id(2), sealed)).isEmpty();
        assertThat(elsewhere.open(ACME, ours.id(), sealed)).isEmpty();

        assertThat(seals.strange()).isEqualTo(2);
        assertThat(elsewhere.strange()).isOne();
    }

    @Test
    void what_was_changed_or_never_sealed_does_not_open() {
        CheckoutSeals seals = seals("here");
        Checkout ours = OpenCheckouts.begun(ACME, 1);
        String sealed = sealed(seals, ours);
        char last = sealed.charAt(sealed.length() / 2);
        String changed = sealed.replace(last, last == 'A' ? 'B' : 'A');

        for (String text : List.of(changed, sealed.substring(1), sealed + "A", "", "é", "AAAA")) {
            assertThat(seals.open(ACME, ours.id(), text)).as(text).isEmpty();
        }
    }

    @Test
    void it_fits_a_cookie_and_shows_nothing() {
        Checkout ours = OpenCheckouts.holding(ACME, 1);

        String sealed = sealed(seals("here"), ours.brief());

        assertThat(sealed).matches("[A-Za-z0-9_-]{1,1000}").doesNotContain("key-1");
    }
}
