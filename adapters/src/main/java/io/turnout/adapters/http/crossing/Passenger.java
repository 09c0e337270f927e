package io.turnout.adapters.http.crossing;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Passage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/// A request for an org on its way to whoever answers it: what it brought, and for how long it is
/// tried to get it there.
@SuppressWarnings("ArrayRecordComponent") // bytes that are sent and never compared
record Passenger(
        OrgId org,
        Optional<Hop> hop,
        byte[] body,
        Request request,
        Response response,
        Callback callback) {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int PAUSE_MILLIS = 8;

    OptionalLong epoch() {
        return hop.isPresent() ? OptionalLong.of(hop.get().epoch()) : OptionalLong.empty();
    }

    Passage passage(Homes homes) {
        return Passage.of(homes.here(), homes.now(org), epoch());
    }

    boolean isLate() {
        return waited().compareTo(PATIENCE) > 0;
    }

    Duration waited() {
        return Duration.ofNanos(NanoTime.since(request.getBeginNanoTime()));
    }

    /// On a thread that costs nothing, and with nothing held.
    static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(
                        PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS)));
    }

    /// Whether doing it twice is doing it once.
    boolean mayRepeat() {
        String method = request.getMethod();
        return method.equals("GET")
                || method.equals("HEAD")
                || method.equals("PUT")
                || method.equals("DELETE")
                || request.getHeaders().contains("Idempotency-Key")
                || request.getHeaders().contains("webhook-id");
    }

    @Override
    public String toString() {
        return "Passenger[" + org + "]";
    }
}
