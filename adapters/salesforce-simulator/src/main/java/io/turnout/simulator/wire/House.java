package io.turnout.simulator.wire;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The HTTP server: one port for each door, every request on a virtual thread of its own.
public final class House implements AutoCloseable {
    /// The documented bound on the request line and the headers together.
    private static final int HEADER_BYTES_MAX = 16_384;

    private static final int BACKLOG = 512;

    private final Server server;
    private final String bind;
    private final Map<Connector, Door> doors = new LinkedHashMap<>();
    private final Map<String, ServerConnector> named = new LinkedHashMap<>();

    public House(String bind) {
        this.bind = bind;
        QueuedThreadPool threads = new QueuedThreadPool(32);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("call-"));
        threads.setDaemon(true);
        server = new Server(threads);
        server.setHandler(new DoorHandler(doors));
    }

    /// Opens a port, any free one for 0. A port that is taken is named in the error.
    public void open(String name, int port, Door door) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        doors.put(connector, door);
        named.put(name, connector);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            close();
            throw new IllegalStateException(
                    "port %d on %s is taken, wanted for %s".formatted(port, bind, name), e);
        }
    }

    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the simulator cannot start", e);
        }
    }

    /// Where a door can be reached.
    public URI address(String name) {
        ServerConnector connector = named.get(name);
        if (connector == null) {
            throw new IllegalArgumentException("no door is called " + name);
        }
        String host = bind.equals("0.0.0.0") ? "127.0.0.1" : bind;
        return URI.create("http://" + host + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
            named.values().forEach(ServerConnector::close);
        } catch (Exception e) {
            throw new IllegalStateException("the simulator cannot stop", e);
        }
    }
}
