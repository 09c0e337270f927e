package io.turnout.adapters.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.turnout.adapters.http.wire.View;
import io.turnout.application.publishing.EventPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of events. `next` is the cursor of the page after this one; the last page has none.
public record EventsView(
        List<EventView> events, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next)
        implements View {
    static EventsView of(List<EventPage> page, int limit) {
        List<EventView> events = page.stream().map(EventView::of).toList();
        return new EventsView(events, events.size() < limit ? null : events.getLast().id());
    }
}
