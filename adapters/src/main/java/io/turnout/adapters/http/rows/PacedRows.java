package io.turnout.adapters.http.rows;

import io.turnout.domain.attendeelink.UploadRow;
import java.time.Duration;
import java.util.function.Supplier;

/// Rows of a sender who may take their time: every ten seconds there is a pause, in which what has
/// come is kept.
public final class PacedRows implements Supplier<UploadRow> {
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final Supplier<UploadRow> rows;
    private long pausedAt = System.nanoTime();

    public PacedRows(Supplier<UploadRow> rows) {
        this.rows = rows;
    }

    @Override
    public UploadRow get() {
        long now = System.nanoTime();
        if (now - pausedAt > PAUSE) {
            pausedAt = now;
            return new UploadRow.Pause();
        }
        return rows.get();
    }
}
