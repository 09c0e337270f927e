package io.turnout.adapters.http.wire;

import io.turnout.adapters.http.problem.Correlation;
import io.turnout.adapters.http.problem.SafeHeaders;
import io.turnout.application.registration.IdSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/// The first to see a request and the last to see its answer: gives it its correlation id and
/// headers, refuses bodies that nobody would read, and sets a deadline to the arrival of others
/// that are gathered.
public final class Threshold extends Handler.Wrapper {
    /// The task that ends a request whose body is late.
    static final String DEADLINE = "io.turnout.deadline";

    /// Set once the deadline has passed.
    static final String LATE = "io.turnout.late";

    private static final long RUNS_OUT_MAX = 1 << 20;

    private final IdSource ids;
    private final Duration bodyDeadline;

    public Threshold(IdSource ids, Duration bodyDeadline) {
        this.ids = ids;
        this.bodyDeadline = bodyDeadline;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String asked = request.getHeaders().get(Correlation.HEADER);
        String correlation = Correlation.sane(asked) ? asked : ids.next().toString();
        request.setAttribute(Correlation.ATTRIBUTE, correlation);
        SafeHeaders.put(response.getHeaders(), correlation);
        if (Streamed.is(request)) {
            return super.handle(request, response, callback);
        }
        if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            return refuse(request, response, callback, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
        }
        if (request.getLength() > Body.BYTES_MAX) {
            return refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        }
        if (request.getLength() != 0) {
            request.setAttribute(DEADLINE, deadline(request));
        }
        return super.handle(request, response, callback);
    }

    /// A body that is not huge is let run out first: a connection that is closed while its sender
    /// still sends is reset, and takes the answer with it.
    private boolean refuse(Request request, Response response, Callback callback, int status) {
        Runnable refusal = () -> Response.writeError(request, response, callback, status);
        boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
        if (request.getLength() < 0 || request.getLength() > RUNS_OUT_MAX || waits) {
            refusal.run();
        } else {
            Scheduler.Task _ = deadline(request);
            Content.Source.consumeAll(request, Callback.from(refusal, _ -> refusal.run()));
        }
        return true;
    }

    /// Whoever is turned away on the way to the gate must not be remembered until then.
    private Scheduler.Task deadline(Request request) {
        Scheduler.Task deadline = schedule(request);
        Request.addCompletionListener(
                request,
                _ -> {
                    boolean _ = deadline.cancel();
                });
        return deadline;
    }

    private Scheduler.Task schedule(Request request) {
        return request.getComponents()
                .getScheduler()
                .schedule(
                        () -> {
                            request.setAttribute(LATE, true);
                            request.fail(new TimeoutException("the body did not arrive in time"));
                        },
                        bodyDeadline.toMillis(),
                        TimeUnit.MILLISECONDS);
    }
}
