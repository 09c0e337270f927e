package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.LinkUploadView;
import io.turnout.adapters.http.wire.View;
import io.turnout.domain.attendeelink.LinkUpload;
import java.util.List;

/// Uploads of an org, the newest first.
public record LinkUploadsView(List<LinkUploadView> uploads) implements View {
    public static LinkUploadsView of(List<LinkUpload> uploads) {
        return new LinkUploadsView(uploads.stream().map(LinkUploadView::of).toList());
    }
}
