package io.turnout.adapters.http.wire;

import io.turnout.adapters.http.problem.Correlation;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.MDC;

/// Passes a request that was let in on once its body is here, on a virtual thread of its own. All
/// before it is done by the server's few threads: whatever queues there, those who are let in do
/// not wait behind those who are turned away.
public final class Gate extends Handler.Wrapper {
    private static final Executor THREADS =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getAttribute(Threshold.DEADLINE) instanceof Scheduler.Task deadline) {
            boolean _ = deadline.cancel();
        }
        if (request.getAttribute(Threshold.LATE) != null) {
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
            return true;
        }
        if (Streamed.is(request)) {
            Request.addCompletionListener(request, _ -> Streamed.hangUpWhereBroken(request));
        }
        THREADS.execute(
                () -> request.getContext().run(() -> work(request, response, callback), request));
        return true;
    }

    private void work(Request request, Response response, Callback callback) {
        MDC.put(Correlation.MDC_KEY, (String) request.getAttribute(Correlation.ATTRIBUTE));
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception failure) {
            Response.writeError(request, response, callback, failure);
        } finally {
            MDC.remove(Correlation.MDC_KEY);
        }
    }
}
