package io.turnout.adapters.http.wire;

import io.turnout.adapters.http.problem.Correlation;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The request log. It prints the template of a route and never the path, which holds ids, nor the
/// query, a header or an address.
public final class RouteLog implements RequestLog {
    static final String ROUTE = "io.turnout.route";

    private static final Logger LOG = LoggerFactory.getLogger("io.turnout.requests");
    private static final String UNROUTED = "-";

    @Override
    public void log(Request request, Response response) {
        if (LOG.isInfoEnabled()) {
            Object route = request.getAttribute(ROUTE);
            LOG.info(
                    "{} {} {} {} ms {} bytes {}",
                    request.getMethod(),
                    route == null ? UNROUTED : route,
                    response.getStatus(),
                    NanoTime.millisSince(request.getBeginNanoTime()),
                    Response.getContentBytesWritten(response),
                    request.getAttribute(Correlation.ATTRIBUTE));
        }
    }
}
