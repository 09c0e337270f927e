package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// How an org's uploads stand, the newest first, for those who run the house.
public final class ShowUploads {
    private static final int SHOWN = 20;

    private final LinkUploads uploads;

    public ShowUploads(LinkUploads uploads) {
        this.uploads = uploads;
    }

    /// Twenty at most, of which a ticket holds or ran out within a week.
    public List<LinkUpload> show(OrgId org) {
        return uploads.recent(org, SHOWN);
    }
}
