package io.turnout.simulator.wire;

/// What stands behind a port and answers whoever comes.
public interface Door {
    Reply answer(Exchange exchange);
}
