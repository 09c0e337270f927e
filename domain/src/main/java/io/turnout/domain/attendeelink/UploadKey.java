package io.turnout.domain.attendeelink;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;

/// Which upload, of links to which event.
public record UploadKey(OrgId org, EventId event, UploadId id) {}
