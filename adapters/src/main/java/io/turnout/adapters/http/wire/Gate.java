package io.turnout.adapters.http.wire;

import io.turnout.adapters.http.problem.Correlation;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.MDC;

/// Passes a request on once its body is here, on the thread that will work on it.
public final class Gate extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getAttribute(Threshold.DEADLINE) instanceof Scheduler.Task deadline) {
            boolean _ = deadline.cancel();
        }
        if (request.getAttribute(Threshold.LATE) != null) {
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
            return true;
        }
        MDC.put(Correlation.MDC_KEY, (String) request.getAttribute(Correlation.ATTRIBUTE));
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(Correlation.MDC_KEY);
        }
    }
}
