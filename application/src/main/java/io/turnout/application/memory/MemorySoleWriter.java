package io.turnout.application.memory;

import io.turnout.application.flags.SoleWriter;
import java.util.concurrent.Semaphore;

/// One at a time, in one process.
public final class MemorySoleWriter implements SoleWriter {
    private final Semaphore turn = new Semaphore(1);

    @Override
    public boolean alone(Runnable work) {
        if (!turn.tryAcquire()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            turn.release();
        }
    }
}
