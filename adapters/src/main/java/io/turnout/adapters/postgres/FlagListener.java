package io.turnout.adapters.postgres;

import java.util.List;

/// Hears from every instance when something was said about flags, and has it looked at again: also
/// whenever it listens anew, since something may have been missed.
public final class FlagListener extends ChannelListener {
    private final Runnable look;

    public FlagListener(Gate gate, Runnable look) {
        super(gate.jdbi(), PostgresFlagOverlay.CHANNEL);
        this.look = look;
    }

    @Override
    void begun() {
        look.run();
    }

    @Override
    void broken() {
        // What was known holds, and somebody looks every few seconds.
    }

    /// The revision; what it is about is read from the tables.
    @Override
    void hear(List<String> revision) {
        look.run();
    }
}
