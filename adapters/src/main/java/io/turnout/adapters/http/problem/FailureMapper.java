package io.turnout.adapters.http.problem;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The edge: whatever is thrown leaves as a problem, and what is no refusal is logged once, without
/// the words of exceptions that others wrote, since those may repeat what a person typed.
public final class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);
    private static final int CAUSES_MAX = 20;
    private static final int BUG = 500;

    private final Seldom turnedAway = new Seldom(System::nanoTime);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refusal) {
            return refused(refusal);
        }
        OptionalInt wire = wire(failure);
        if (wire.isPresent()) {
            return wire.getAsInt() == ProblemType.REQUEST_TIMEOUT.status()
                    ? Problem.response(ProblemType.REQUEST_TIMEOUT, "the body came too slowly")
                    : Problem.response(ProblemType.MALFORMED, "the body did not arrive whole");
        }
        if (failure instanceof ProcessingException && failure.getCause() instanceof IOException) {
            // Jersey looks into a body before our reader does, and finds it broken off.
            return Problem.response(ProblemType.MALFORMED, "the body did not arrive whole");
        }
        if (cause(failure, SQLTransientConnectionException.class)) {
            return turnedAway();
        }
        if (cause(failure, SQLException.class)) {
            LOG.error("the storage failed: {}", Trace.of(failure));
            return Problem.response(ProblemType.STORAGE_UNAVAILABLE, "ask again with the same key");
        }
        if (failure instanceof UncheckedIOException) {
            // Key management does not answer, and the org's keys are not at hand.
            LOG.error("what is needed is away: {}", Trace.of(failure));
            return Problem.response(ProblemType.STORAGE_UNAVAILABLE, "ask again with the same key");
        }
        LOG.error("a bug: {}", Trace.of(failure));
        return Problem.plain(BUG, Correlation.current()).toResponse();
    }

    /// Too many wait for the storage, which is a matter of how many ask and not of who asked last.
    private Response turnedAway() {
        long times = turnedAway.came();
        if (times > 0) {
            LOG.warn("too many read at once; turned away since this was last said: {}", times);
        }
        return Problem.response(ProblemType.OVERLOADED, "very many read at once");
    }

    private static Response refused(WebApplicationException refusal) {
        Response bare = refusal.getResponse();
        if (bare.getStatus() < 400) {
            return bare;
        }
        if (bare.getStatus() == BUG) {
            LOG.error("a bug: {}", Trace.of(refusal));
        }
        Response.ResponseBuilder answer =
                StatusProblems.of(bare.getStatus(), Correlation.current()).responseBuilder();
        for (String header : new String[] {HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE}) {
            if (bare.getHeaderString(header) != null) {
                answer.header(header, bare.getHeaderString(header));
            }
        }
        return answer.build();
    }

    /// What the server itself found wrong with a request while its body was read, such as one that
    /// came slower than the least rate.
    private static OptionalInt wire(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof HttpException refused && refused.getCode() < BUG) {
                return OptionalInt.of(refused.getCode());
            }
            cause = cause.getCause();
        }
        return OptionalInt.empty();
    }

    /// JDBC's own exception is somewhere beneath whatever a library made of it.
    private static boolean cause(Throwable failure, Class<? extends SQLException> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
