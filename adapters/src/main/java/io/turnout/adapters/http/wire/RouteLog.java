package io.turnout.adapters.http.wire;

import io.turnout.adapters.http.problem.Correlation;
import io.turnout.application.rollout.NoteRequest;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The request log, and how requests of orgs fare. It prints the template of a route and never the
/// path, which holds ids, nor the query, a header or an address.
public final class RouteLog implements RequestLog {
    static final String ROUTE = "io.turnout.route";

    /// For which org a request is, as its path says.
    public static final String ORG = "io.turnout.org";

    private static final Logger LOG = LoggerFactory.getLogger("io.turnout.requests");
    private static final String UNROUTED = "-";
    private static final int FAILED = 500;

    private final NoteRequest note;

    RouteLog(NoteRequest note) {
        this.note = note;
    }

    @Override
    public void log(Request request, Response response) {
        long millis = NanoTime.millisSince(request.getBeginNanoTime());
        if (request.getAttribute(ORG) instanceof String org) {
            note.note(org, response.getStatus() >= FAILED, millis);
        }
        if (LOG.isInfoEnabled()) {
            Object route = request.getAttribute(ROUTE);
            LOG.info(
                    "{} {} {} {} ms {} bytes {}",
                    request.getMethod(),
                    route == null ? UNROUTED : route,
                    response.getStatus(),
                    millis,
                    Response.getContentBytesWritten(response),
                    request.getAttribute(Correlation.ATTRIBUTE));
        }
    }
}
