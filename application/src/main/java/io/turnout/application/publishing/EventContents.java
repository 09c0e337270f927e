package io.turnout.application.publishing;

import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.Map;

/// What events say of themselves, by version. What a version says never changes, so it may be
/// remembered anywhere and for as long as there is room.
public interface EventContents {
    /// Those of the events that are known in just this version. One that has moved on may be
    /// missing: look which version it has now.
    Map<EventId, Event> find(OrgId org, Map<EventId, Long> versions);
}
