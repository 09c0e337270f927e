package io.turnout.adapters.http.dashboard;

import io.dropwizard.lifecycle.Managed;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.signin.Visitor;
import io.turnout.domain.operator.SessionKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells open pages every other second to look again. It carries no data: what a page shows it asks
/// for itself, with its session, so that whoever is signed out sees nothing more. A stream ends
/// after some minutes and is opened anew; where there are too many a page looks again by itself,
/// only not as often.
@Path("/operator/live")
public final class LiveStream implements Managed {
    static final int STREAMS_MAX = 100;

    /// A browser opens six connections to a host, and other pages need some; the oldest ends for
    /// the next.
    static final int PER_SESSION = 4;

    private static final long BEAT_SECONDS = 2;
    private static final int BEATS = 150;

    private final List<Stream> streams = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("dashboard-live").daemon().factory());

    /// Who follows, and for how many beats more.
    private static final class Stream {
        private final SessionKey session;
        private final SseEventSink sink;
        private final OutboundSseEvent look;
        private int beats = BEATS;

        Stream(SessionKey session, SseEventSink sink, OutboundSseEvent look) {
            this.session = session;
            this.sink = sink;
            this.look = look;
        }

        /// Whether it goes on.
        boolean beat() {
            if (sink.isClosed() || --beats == 0) {
                close();
                return false;
            }
            try {
                var _ = sink.send(look);
                return true;
            } catch (IllegalStateException gone) {
                return false;
            }
        }

        /// Where the request is over already there is nothing left to close.
        void close() {
            try {
                sink.close();
            } catch (IllegalStateException gone) {
                beats = 0;
            }
        }
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Role.MAY_ENTER)
    public void follow(
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context ContainerRequestContext request) {
        SessionKey session = Visitor.of(request).session();
        synchronized (streams) {
            List<Stream> theirs =
                    streams.stream().filter(one -> one.session.equals(session)).toList();
            theirs.stream().limit(Math.max(0, theirs.size() - PER_SESSION + 1)).forEach(this::end);
            if (streams.size() >= STREAMS_MAX) {
                throw Problem.of(ProblemType.OVERLOADED, "too many pages are followed")
                        .toException();
            }
            OutboundSseEvent look = sse.newEventBuilder().name("look").data("now").build();
            streams.add(new Stream(session, sink, look));
            var _ = sink.send(look);
        }
    }

    private void end(Stream stream) {
        stream.close();
        streams.remove(stream);
    }

    private void beat() {
        streams.removeIf(stream -> !stream.beat());
    }

    @Override
    public void start() {
        var _ =
                beat.scheduleWithFixedDelay(
                        this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        beat.shutdownNow();
        streams.forEach(Stream::close);
        streams.clear();
    }
}
