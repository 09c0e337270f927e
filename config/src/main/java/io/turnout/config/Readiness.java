package io.turnout.config;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.util.component.LifeCycle;

/// Whether new visitors should be sent here: from the moment the server is up until it is told to
/// stop. A load balancer asks at `/ready` on the admin port.
final class Readiness implements LifeCycle.Listener {
    private volatile boolean ready;

    @Override
    public void lifeCycleStarted(LifeCycle started) {
        ready = true;
    }

    @Override
    public void lifeCycleStopping(LifeCycle stopping) {
        ready = false;
    }

    HttpServlet servlet() {
        return new Answer();
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
