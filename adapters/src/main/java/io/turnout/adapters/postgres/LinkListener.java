package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears from every instance which links are not what they were, on a connection of its own, and
/// tells whoever remembers links. Several times a second it asks PostgreSQL for a sign of life:
/// whoever remembers knows thereby until when nothing was missed.
public final class LinkListener implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkListener.class);
    private static final int WAIT_MILLIS = 250;
    private static final int PAUSE_MILLIS = 250;

    private final Jdbi jdbi;
    private final Remembering remembering;
    private volatile boolean closed;

    public LinkListener(Gate gate, Remembering remembering) {
        this.jdbi = gate.jdbi();
        this.remembering = remembering;
    }

    /// Whoever remembers links.
    public interface Remembering {
        /// This one is not what it was.
        void forget(OrgId org, LinkId link);

        /// Something may have been missed.
        void forgetAll();

        /// Nothing is heard from now on.
        void unheard();

        /// Whatever was changed before then, by `System.nanoTime`, has been told.
        void heardUntil(long nanos);
    }

    @Override
    public void run() {
        while (!closed) {
            try (Handle handle = jdbi.open()) {
                handle.execute("listen " + LinkNews.CHANNEL);
                remembering.forgetAll();
                listen(handle);
                handle.execute("unlisten *");
            } catch (SQLException | RuntimeException e) {
                remembering.unheard();
                LOG.debug("not listening for links", e);
                pause();
            }
        }
    }

    private void listen(Handle handle) throws SQLException {
        PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
        while (!closed) {
            long asked = System.nanoTime();
            handle.execute("select 1");
            hear(connection.getNotifications());
            remembering.heardUntil(asked);
            hear(connection.getNotifications(WAIT_MILLIS));
        }
    }

    private void hear(PGNotification @Nullable [] heard) {
        if (heard != null) {
            for (PGNotification notification : heard) {
                hear(notification.getParameter());
            }
        }
    }

    /// An org and its links, as `LinkNews` says them.
    private void hear(String message) {
        String[] words = message.split(" ", -1);
        OrgId org = new OrgId(words[0]);
        for (int i = 1; i < words.length; i++) {
            remembering.forget(org, new LinkId(UUID.fromString(words[i])));
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
    public void close() {
        closed = true;
    }
}
