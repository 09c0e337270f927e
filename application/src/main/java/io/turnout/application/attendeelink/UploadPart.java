package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.RefusedRow;
import java.util.List;

/// Rows of an upload that follow each other, the first of them number `from`: links, sealed, and
/// those that became none. `dropped` counts values of fields that are none of ours.
public record UploadPart(
        long from, List<SealedLink> links, List<RefusedRow> refused, long dropped) {
    public UploadPart {
        links = List.copyOf(links);
        refused = List.copyOf(refused);
        if (links.size() + refused.size() > AttendeeLinks.KEEP_MAX) {
            throw new IllegalArgumentException(links.size() + " links at once");
        }
    }
}
