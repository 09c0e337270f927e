package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.scaling.ConnectionRoom;
import org.junit.jupiter.api.Test;

/// What every storage says of its connections.
public abstract class ConnectionLimitsContract {
    protected static final int EACH = 16;

    /// Of a storage whose instances open `EACH`.
    protected abstract ConnectionLimits limits();

    /// What it allows, as it was set up.
    protected abstract int allowed();

    @Test
    void it_says_how_many_it_allows_and_keeps_back() {
        assertThat(limits().room()).contains(new ConnectionRoom(allowed(), 3, EACH));
    }
}
