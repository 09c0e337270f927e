package io.turnout.config;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/// Whether new visitors should be sent here: from the moment the server is up until it is told to
/// stop. A load balancer asks at `/ready` on the admin port. Until the balancer has noticed, for as
/// long as `drain`, visitors are answered as ever, each with word to connect elsewhere next time;
/// only then the server closes its doors and finishes what is begun. A connection that was quiet
/// all the while is closed before requests are refused: what a balancer sends over it at the last
/// moment is answered, or finds it closed and goes elsewhere, and is never told 503.
final class Readiness implements LifeCycle.Listener {
    private static final String ADMIN = "admin";
    private static final long CLOSING_SECONDS = 2;

    private final Duration drain;
    private volatile boolean ready;
    private volatile boolean draining;

    Readiness(Duration drain) {
        this.drain = drain;
    }

    @Override
    public void lifeCycleStarted(LifeCycle started) {
        ready = true;
    }

    /// The server waits for this before it closes anything.
    @Override
    public void lifeCycleStopping(LifeCycle stopping) {
        ready = false;
        draining = true;
        try {
            Thread.sleep(drain);
            if (stopping instanceof Server server) {
                closeDoors(server);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// No more connections, and none that was quiet for a second. Who is still talking then is left
    /// to the server, which waits for requests that are begun.
    private static void closeDoors(Server server) throws InterruptedException {
        List<CompletableFuture<Void>> closed = new ArrayList<>();
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector door && !ADMIN.equals(door.getName())) {
                closed.add(door.shutdown());
            }
        }
        try {
            CompletableFuture.allOf(closed.toArray(CompletableFuture[]::new))
                    .get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // Somebody is still talking.
        }
    }

    Handler.Singleton goodbye() {
        return new Goodbye();
    }

    HttpServlet servlet() {
        return new Answer();
    }

    /// Lets no connection outlive the answer it carries, so that none is cut off later.
    private final class Goodbye extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            if (draining) {
                response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            }
            return super.handle(request, response, callback);
        }
    }

    private final class Answer extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setStatus(
                    ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType("text/plain");
            response.getWriter().println(ready ? "ready" : "draining");
        }
    }
}
