package io.turnout.adapters.postgres;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what every instance says on a channel of PostgreSQL, on a connection of its own, and goes
/// on with another when that breaks. A message is an org and some words, parted by spaces.
abstract class ChannelListener implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelListener.class);
    private static final int WAIT_MILLIS = 250;
    private static final int PAUSE_MILLIS = 250;

    private final Jdbi jdbi;
    private final String channel;
    private volatile boolean closed;

    ChannelListener(Jdbi jdbi, String channel) {
        this.jdbi = jdbi;
        this.channel = channel;
    }

    /// Whatever is said from now on is heard; what was said before may have been missed.
    abstract void begun();

    /// Nothing is heard until it has begun again.
    abstract void broken();

    /// Somebody said something.
    abstract void hear(List<String> words);

    /// Several times a second, while it listens.
    void beat(Handle handle, PGConnection connection) throws SQLException {}

    @Override
    public final void run() {
        while (!closed) {
            try (Handle handle = jdbi.open()) {
                handle.execute("listen " + channel);
                begun();
                listen(handle, handle.getConnection().unwrap(PGConnection.class));
                handle.execute("unlisten *");
            } catch (SQLException | RuntimeException e) {
                broken();
                LOG.debug("not listening to {}", channel, e);
                pause();
            }
        }
    }

    private void listen(Handle handle, PGConnection connection) throws SQLException {
        while (!closed) {
            beat(handle, connection);
            hear(connection.getNotifications(WAIT_MILLIS));
        }
    }

    final void hear(PGNotification @Nullable [] heard) {
        if (heard != null) {
            for (PGNotification notification : heard) {
                hear(Arrays.asList(notification.getParameter().split(" ", -1)));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final void close() {
        closed = true;
    }
}
