package io.turnout.adapters.http.lane;

import io.turnout.adapters.http.problem.Correlation;
import io.turnout.adapters.http.problem.DoorRefusal;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What the door says to those it turns away. The pages are made once: whoever is turned away
/// costs next to nothing.
public record DoorAnswers(
        DoorRefusal.Page busy, DoorRefusal.Page closed, DoorRefusal.Page misdirected) {
    private static final String A_MINUTE = "60";

    boolean tooMany(Excess excess, Request request, Response response, Callback callback) {
        return new DoorRefusal(
                        ProblemType.RATE_LIMITED,
                        excess.detail(),
                        excess.headers(correlation(request)))
                .send(request, response, callback, busy);
    }

    boolean overloaded(Request request, Response response, Callback callback) {
        int pause = ProblemType.OVERLOADED.pauseSeconds(correlation(request));
        return new DoorRefusal(
                        ProblemType.OVERLOADED,
                        "nothing was kept",
                        Map.of("Retry-After", Integer.toString(pause)))
                .send(request, response, callback, busy);
    }

    boolean closed(Request request, Response response, Callback callback) {
        return new DoorRefusal(
                        ProblemType.OVERLOADED,
                        "this host is switched off for now",
                        Map.of("Retry-After", A_MINUTE))
                .send(request, response, callback, closed);
    }

    boolean misdirected(Request request, Response response, Callback callback) {
        return new DoorRefusal(ProblemType.MISDIRECTED, "see the Host header", Map.of())
                .send(request, response, callback, misdirected);
    }

    boolean undeclared(Request request, Response response, Callback callback) {
        return new DoorRefusal(
                        ProblemType.SIGNATURE_INVALID,
                        "see Load-Test: it is over, not signed, or another organisation's",
                        Map.of())
                .send(request, response, callback, misdirected);
    }

    boolean onlyRegistrations(Request request, Response response, Callback callback) {
        return new DoorRefusal(ProblemType.FORBIDDEN, "a load test may look and register", Map.of())
                .send(request, response, callback, misdirected);
    }

    private static String correlation(Request request) {
        return (String) request.getAttribute(Correlation.ATTRIBUTE);
    }
}
