package io.turnout.adapters.http.wire;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.MutableServletContextHandler;
import io.turnout.adapters.http.problem.ProblemErrorHandler;
import io.turnout.application.registration.IdSource;
import io.turnout.application.rollout.NoteRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/// What stands around the resources in the server itself, since it must work before a thread is
/// given to a request: a body is gathered without one, so that slow senders hold up nobody.
public final class Doorway {
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(2);

    /// Whoever watches over the house must get in when nobody else does.
    private static final String ADMIN = "admin";

    private Doorway() {}

    /// Puts all of it in place; `shortWay` stands right before the servlets.
    public static void install(
            Environment environment,
            Limits limits,
            Lanes lanes,
            IdSource ids,
            ShortWay shortWay,
            NoteRequest note) {
        ProblemErrorHandler errors = new ProblemErrorHandler(ids);
        MutableServletContextHandler context = environment.getApplicationContext();
        context.setErrorHandler(errors);
        // Each goes to the front, so the last one here is the first to see a request.
        context.insertHandler(shortWay);
        lanes.between().ifPresent(between -> context.insertHandler(between.crossing()));
        context.insertHandler(new Gate());
        context.insertHandler(lanes.turnstile());
        context.insertHandler(gathering());
        context.insertHandler(lanes.doorman());
        lanes.between().ifPresent(between -> context.insertHandler(between.check()));
        context.insertHandler(new Threshold(ids, limits.bodyDeadline()));
        environment
                .lifecycle()
                .addEventListener(
                        new LifeCycle.Listener() {
                            @Override
                            public void lifeCycleStarting(LifeCycle starting) {
                                if (starting instanceof Server server) {
                                    guard(server, limits, errors, new RouteLog(note));
                                }
                            }
                        });
    }

    private static EagerContentHandler gathering() {
        EagerContentHandler gathering =
                new EagerContentHandler(
                        new EagerContentHandler.RetainedContentLoaderFactory(
                                Body.RETAINED_MAX, Body.CHUNK_COST, true));
        gathering.exclude(Streamed::is);
        return gathering;
    }

    private static void guard(
            Server server, Limits limits, ProblemErrorHandler errors, RouteLog log) {
        server.setErrorHandler(errors);
        server.setRequestLog(log);
        Connector[] open =
                Arrays.stream(server.getConnectors())
                        .filter(connector -> !ADMIN.equals(connector.getName()))
                        .toArray(Connector[]::new);
        NetworkConnectionLimit total = new NetworkConnectionLimit(limits.connections(), open);
        total.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
        server.addBean(total);
        AddressLimit each = new AddressLimit(limits.connectionsPerAddress());
        for (Connector connector : open) {
            connector.addBean(each);
            rememberNoHeaders(connector);
        }
    }

    /// Jetty keeps a table of headers it has seen, 48 kB for each connection, which keys that are
    /// new with each request fill at once: half a gigabyte for 10,000 visitors, and no gain.
    private static void rememberNoHeaders(Connector connector) {
        connector
                .getContainedBeans(HttpConfiguration.ConnectionFactory.class)
                .forEach(factory -> factory.getHttpConfiguration().setHeaderCacheSize(0));
    }

    /// Who is let in, before a body is gathered and after; and what stands between stacks.
    public record Lanes(
            Handler.Wrapper doorman, Handler.Wrapper turnstile, Optional<Between> between) {}

    /// Who sees that another stack sent a request on, before anybody counts it, and who sends one
    /// on that was let in.
    public record Between(Handler.Wrapper check, Handler.Wrapper crossing) {}

    /// What one sender, and all of them together, may take.
    public record Limits(Duration bodyDeadline, int connections, int connectionsPerAddress) {}
}
