package io.turnout.adapters.http;

import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.publishing.ListEvents;
import io.turnout.application.publishing.ShowEvent;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Published events, for whoever wants to come.
@Path("/v1/orgs/{org}/events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventResource {
    private static final int PAGE = 50;

    private final ListEvents listEvents;
    private final ShowEvent showEvent;

    public EventResource(ListEvents listEvents, ShowEvent showEvent) {
        this.listEvents = listEvents;
        this.showEvent = showEvent;
    }

    @GET
    public Response list(
            @PathParam("org") OrgId org,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String tags) {
        int size = PageParameters.size(limit, PAGE, EventPages.PAGE_MAX);
        Optional<EventId> after = PageParameters.after(cursor, EventId::new);
        List<EventPage> page = listEvents.list(org, after, size);
        return Edge.answer(EventTags.of(page), tags, () -> Response.ok(EventsView.of(page, size)));
    }

    @GET
    @Path("{event}")
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String tags) {
        return showEvent
                .show(org, event)
                .map(
                        page ->
                                Edge.answer(
                                        EventTags.of(page),
                                        tags,
                                        () -> Response.ok(EventView.of(page))))
                .orElseGet(() -> Refusals.unknown("event"));
    }
}
