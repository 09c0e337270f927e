package io.turnout.adapters.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    private static final Duration DEADLINE = Duration.ofMinutes(7);

    private final Deadlines deadlines = new Deadlines();

    @Test
    void whoever_is_turned_away_is_not_remembered_until_the_deadline() throws Exception {
        Server server = new Server(null, deadlines, null);
        LocalConnector connector =
                new LocalConnector(server, null, deadlines, null, 1, new HttpConnectionFactory());
        Threshold threshold = new Threshold(UUID::randomUUID, DEADLINE);
        threshold.setHandler(new TurnsAway());
        server.addConnector(connector);
        server.setHandler(threshold);
        server.start();

        String answer =
                connector.getResponse(
                        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                                + "Connection: close\r\n\r\n{}");

        assertThat(answer).contains("429");
        assertThat(deadlines.cancelled.await(60, TimeUnit.SECONDS)).isTrue();
        server.stop();
    }

    private static final class TurnsAway extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Response.writeError(request, response, callback, 429);
            return true;
        }
    }

    /// Other tasks, such as those of idle connections, are taken and forgotten.
    private static final class Deadlines extends AbstractLifeCycle implements Scheduler {
        private final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public Task schedule(Runnable task, long delay, TimeUnit units) {
            boolean mine = units.toMillis(delay) == DEADLINE.toMillis();
            return () -> {
                if (mine) {
                    cancelled.countDown();
                }
                return true;
            };
        }
    }
}
