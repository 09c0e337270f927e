package io.turnout.adapters.http.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;

/// Nobody has more than so many connections open at once: one too many is closed as it comes.
/// Behind a proxy all come from a few addresses, so there the limit must be the proxy's.
public final class AddressLimit implements Connection.Listener {
    private final int connectionsMax;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

    /// A closed connection no longer knows where it came from.
    private final Map<Connection, InetAddress> origins = new ConcurrentHashMap<>();

    public AddressLimit(int connectionsMax) {
        this.connectionsMax = connectionsMax;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote) {
            InetAddress address = remote.getAddress();
            origins.put(connection, address);
            if (open.merge(address, 1, Integer::sum) > connectionsMax) {
                connection.getEndPoint().close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        InetAddress address = origins.remove(connection);
        if (address != null) {
            var _ = open.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
        }
    }
}
