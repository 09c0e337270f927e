package io.turnout.adapters.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.turnout.application.registration.IdSource;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What the server refuses before Jersey sees it, or outside of Jersey, is a problem too.
public final class ProblemErrorHandler extends ErrorHandler {
    private static final int BUG = 500;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String METHODS = "GET, HEAD, POST, DELETE, OPTIONS";
    private static final ObjectWriter WRITER = new JsonMapper().writerFor(Problem.class);

    private final IdSource ids;

    public ProblemErrorHandler(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws JsonProcessingException {
        int status = status(request, response);
        String correlation = correlation(request);
        response.setStatus(status);
        SafeHeaders.put(response.getHeaders(), correlation);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (status == METHOD_NOT_ALLOWED) {
            response.getHeaders().put(HttpHeader.ALLOW, METHODS);
        }
        Optional<DoorRefusal> refusal = DoorRefusal.of(request);
        refusal.ifPresent(no -> no.headers().forEach(response.getHeaders()::put));
        byte[] body = body(request, response, refusal, correlation);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static byte[] body(
            Request request, Response response, Optional<DoorRefusal> refusal, String correlation)
            throws JsonProcessingException {
        Optional<DoorRefusal.Page> page = DoorRefusal.page(request);
        if (page.isPresent()) {
            page.get().headers().forEach(response.getHeaders()::put);
            return page.get().body();
        }
        Problem problem =
                refusal.isPresent()
                        ? Problem.of(refusal.get().type(), refusal.get().detail(), correlation)
                        : StatusProblems.of(response.getStatus(), correlation);
        return WRITER.writeValueAsBytes(problem);
    }

    private static int status(Request request, Response response) {
        Object cause = request.getAttribute(ERROR_EXCEPTION);
        int status =
                cause instanceof HttpException refused ? refused.getCode() : response.getStatus();
        return status < 400 ? BUG : status;
    }

    private String correlation(Request request) {
        Object known = request.getAttribute(Correlation.ATTRIBUTE);
        return known instanceof String id ? id : ids.next().toString();
    }
}
