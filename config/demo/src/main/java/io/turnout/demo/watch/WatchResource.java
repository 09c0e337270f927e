package io.turnout.demo.watch;

import io.turnout.adapters.http.page.Pages;
import io.turnout.adapters.http.page.SamePlace;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/// Watch shows what happens; its buttons make something happen.
@Path("/")
public final class WatchResource {
    private static final URI WATCH = URI.create("/watch");
    private static final Duration OUTAGE = Duration.ofSeconds(60);

    private final Pulse pulse;
    private final Salesforce salesforce;
    private final Crowd crowd;
    private final Pages pages;

    WatchResource(Pulse pulse, Salesforce salesforce, Crowd crowd, Pages pages) {
        this.pulse = pulse;
        this.salesforce = salesforce;
        this.crowd = crowd;
        this.pages = pages;
    }

    @GET
    public Response home() {
        return watch();
    }

    @GET
    @Path("watch")
    public Response show() {
        return pages.show(200, "watch", pulse.sheet()).build();
    }

    @GET
    @Path("watch.css")
    public Response style() {
        return Response.ok(WatchResource.class.getResourceAsStream("watch.css"))
                .type("text/css;charset=utf-8")
                .build();
    }

    /// Says what will happen; only its button does it.
    @GET
    @Path("break-it")
    public Response ask() {
        return pages.show(200, "break-it", pulse.sheet()).build();
    }

    @POST
    @Path("break-it")
    public Response breakIt(@Context HttpHeaders headers) {
        ours(headers);
        salesforce.mend();
        salesforce.stop(OUTAGE);
        return watch();
    }

    @POST
    @Path("mend")
    public Response mend(@Context HttpHeaders headers) {
        ours(headers);
        salesforce.mend();
        return watch();
    }

    @POST
    @Path("crowd")
    public Response crowd(@Context HttpHeaders headers) {
        ours(headers);
        crowd.register();
        return watch();
    }

    private static void ours(HttpHeaders headers) {
        if (!SamePlace.sent(headers)) {
            throw new ForbiddenException();
        }
    }

    private Response watch() {
        pulse.lookNow();
        return Response.seeOther(WATCH).build();
    }
}
