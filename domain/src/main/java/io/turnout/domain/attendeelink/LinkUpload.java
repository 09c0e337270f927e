package io.turnout.domain.attendeelink;

import java.time.Duration;
import java.time.Instant;

/// An upload as it stands: until when its ticket holds, how far it has come, and how long rows have
/// been coming in.
public record LinkUpload(
        UploadKey key, Instant expiresAt, State state, UploadTally tally, Duration took) {
    public enum State {
        /// It waits for rows: the first, or those after it broke off.
        OPEN,
        /// Rows come in now.
        RECEIVING,
        /// All of it came in; its links can be fetched, and nothing more be brought.
        FINISHED
    }
}
