package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.scaling.Load;
import org.junit.jupiter.api.Test;

/// What whoever counts what waits for Salesforce promises. Each test begins with nothing.
public abstract class OwedDeliveryContract {
    protected abstract OwedDelivery owed();

    /// So many rows of an org of its own, which used such a part of its calls.
    protected abstract void owe(int rows, double used);

    @Test
    void rows_of_orgs_whose_calls_are_nearly_used_are_held_back() {
        assertThat(owed().now()).isEqualTo(Load.Owed.NOTHING);

        owe(3, 0);
        owe(2, 0.89);
        owe(4, 0.9);

        assertThat(owed().now()).isEqualTo(new Load.Owed(5, 4));
    }
}
