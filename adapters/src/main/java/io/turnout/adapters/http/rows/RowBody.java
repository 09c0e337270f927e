package io.turnout.adapters.http.rows;

import io.turnout.domain.attendeelink.UploadRow.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The bytes of an upload, unpacked where they came packed: no more than may come, and no longer
/// than it may take. Both are told from any other end.
public final class RowBody extends InputStream {
    /// How large an upload is at most, unpacked.
    public static final long BYTES_MAX = 512L << 20;

    /// How long one request may bring rows. What was kept by then is kept.
    public static final Duration TIME_MAX = Duration.ofHours(1);

    private static final int BUFFER = 64 * 1024;

    private final InputStream sent;
    private final boolean packed;
    private final long bytesMax;
    private final long end;
    private @Nullable InputStream plain;
    private long count;

    public RowBody(InputStream sent, boolean packed) {
        this(sent, packed, BYTES_MAX, TIME_MAX);
    }

    RowBody(InputStream sent, boolean packed, long bytesMax, Duration timeMax) {
        this.sent = sent;
        this.packed = packed;
        this.bytesMax = bytesMax;
        this.end = System.nanoTime() + timeMax.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new CutShort(Ending.TOO_SLOW);
        }
        int read = plain().read(into, from, length);
        count += Math.max(0, read);
        if (count > bytesMax) {
            throw new CutShort(Ending.TOO_LARGE);
        }
        return read;
    }

    /// Unpacking begins with reading, so it waits until somebody reads.
    private InputStream plain() throws IOException {
        InputStream ready = plain;
        if (ready == null) {
            ready = packed ? new GZIPInputStream(sent, BUFFER) : sent;
            plain = ready;
        }
        return ready;
    }
}
