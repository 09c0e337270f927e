package io.turnout.adapters.http.crossing;

import io.turnout.adapters.http.problem.DoorRefusal;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Sees whether a request was sent on by another stack, before anybody counts it: that stack has
/// let its visitor in already.
public final class HopCheck extends Handler.Wrapper {
    private final HopSeal seal;
    private final DoorRefusal.Page page;

    public HopCheck(HopSeal seal, DoorRefusal.Page page) {
        this.seal = seal;
        this.page = page;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String given = request.getHeaders().get(HopSeal.HEADER);
        if (given == null) {
            return super.handle(request, response, callback);
        }
        return switch (seal.read(given, request.getMethod(), Onward.path(request))) {
            case HopSeal.Read.Genuine(Hop hop) -> {
                hop.note(request);
                yield super.handle(request, response, callback);
            }
            case HopSeal.Read.Stale() ->
                    new DoorRefusal(ProblemType.CLOCK_SKEW, "see Stack-Hop", Map.of())
                            .send(request, response, callback, page);
            case HopSeal.Read.Wrong() ->
                    new DoorRefusal(ProblemType.SIGNATURE_INVALID, "see Stack-Hop", Map.of())
                            .send(request, response, callback, page);
        };
    }
}
