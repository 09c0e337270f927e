package io.turnout.adapters.tink;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.application.checkout.CheckoutSealsContract;
import io.turnout.application.checkout.OpenCheckouts;
import io.turnout.application.memory.MemoryOrgKeys;
import io.turnout.domain.checkout.Checkout;
import java.util.List;
import org.junit.jupiter.api.Test;

class TinkCheckoutSealsTest extends CheckoutSealsContract {
    private final OpenKeys keys =
            new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys());

    @Override
    protected CheckoutSeals seals(String stack) {
        return new TinkCheckoutSeals(keys, stack);
    }

    @Test
    void what_a_browser_carries_opens_where_its_org_has_moved_to_and_nowhere_else() {
        Checkout begun = OpenCheckouts.holding(OpenCheckouts.ACME, 1);
        String carried = seals("heroku").seal(begun).orElseThrow();
        TinkCheckoutSeals aws = new TinkCheckoutSeals(keys, "aws");
        OpenKeys others = new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys());

        assertThat(aws.openingThoseOf(List.of("heroku")).open(begun.org(), begun.id(), carried))
                .contains(begun);
        assertThat(aws.open(begun.org(), begun.id(), carried)).isEmpty();
        assertThat(aws.openingThoseOf(List.of("azure")).open(begun.org(), begun.id(), carried))
                .isEmpty();
        assertThat(
                        new TinkCheckoutSeals(others, "aws")
                                .openingThoseOf(List.of("heroku"))
                                .open(begun.org(), begun.id(), carried))
                .as("the org has not moved there, so another key is its own there")
                .isEmpty();
    }
}
