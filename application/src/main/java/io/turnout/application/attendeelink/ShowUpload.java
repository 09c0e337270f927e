package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.UploadKey;
import java.util.Optional;

/// How an upload stands.
public final class ShowUpload {
    private final LinkUploads uploads;

    public ShowUpload(LinkUploads uploads) {
        this.uploads = uploads;
    }

    /// Empty when it was not begun, or its ticket ran out.
    public Optional<LinkUpload> show(UploadKey key) {
        return uploads.find(key);
    }
}
