package io.turnout.application.checkout;

import static io.turnout.application.checkout.OpenCheckouts.ACME;
import static io.turnout.application.checkout.OpenCheckouts.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.checkout.Checkout;
import org.junit.jupiter.api.Test;

/// What holds wherever open checkouts are remembered.
public abstract class CheckoutsContract {
    protected abstract Checkouts checkouts();

    /// What was kept may take a moment to be there for others.
    protected void awaitKept(Checkout checkout) {}

    @Test
    void what_was_kept_last_is_found() {
        Checkout begun = OpenCheckouts.begun(ACME, 1);
        Checkout holding = OpenCheckouts.holding(ACME, 1);
        checkouts().keep(begun);
        awaitKept(begun);
        assertThat(checkouts().find(ACME, begun.id())).contains(begun);

        checkouts().keep(holding);
        awaitKept(holding);

        assertThat(checkouts().find(ACME, begun.id())).contains(holding);
    }

    @Test
    void what_was_never_kept_is_not_found() {
        assertThat(checkouts().find(ACME, OpenCheckouts.id(2))).isEmpty();
    }

    @Test
    void the_same_id_in_another_org_is_another_checkout() {
        Checkout ours = OpenCheckouts.holding(ACME, 3);
        checkouts().keep(ours);
        awaitKept(ours);

        assertThat(checkouts().find(OTHER, ours.id())).isEmpty();

        Checkout theirs = OpenCheckouts.begun(OTHER, 3);
        checkouts().keep(theirs);
        awaitKept(theirs);
        assertThat(checkouts().find(OTHER, ours.id())).contains(theirs);
        assertThat(checkouts().find(ACME, ours.id())).contains(ours);
    }
}
