package io.turnout.adapters.http.rows;

import io.turnout.domain.attendeelink.UploadRow;
import java.io.IOException;

/// A body that is not read to its end, and why.
final class CutShort extends IOException {
    private static final long serialVersionUID = 1;
    private static final int CAUSES_MAX = 10;

    private final UploadRow.Ending why;

    CutShort(UploadRow.Ending why) {
        super("an upload is not read to its end: " + why);
        this.why = why;
    }

    /// Why a body ended, by what was thrown of it: it broke off, unless somebody says otherwise.
    static UploadRow.End end(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof CutShort known) {
                return new UploadRow.End(known.why);
            }
            cause = cause.getCause();
        }
        return new UploadRow.End(UploadRow.Ending.BROKEN_OFF);
    }
}
