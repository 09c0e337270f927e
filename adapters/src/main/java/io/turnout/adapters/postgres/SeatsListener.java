package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.RoomKind;
import io.turnout.domain.org.OrgId;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears from every instance when a full room has seats again, and forgets that it was full. It
/// has a connection of its own; while that is broken, nothing is remembered as full for longer
/// than its second.
final class SeatsListener implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SeatsListener.class);
    private static final int WAIT_MILLIS = 250;
    private static final int PAUSE_MILLIS = 500;

    private final Jdbi jdbi;
    private final SoldOut soldOut;
    private volatile boolean closed;

    SeatsListener(Jdbi jdbi, SoldOut soldOut) {
        this.jdbi = jdbi;
        this.soldOut = soldOut;
    }

    @Override
    public void run() {
        while (!closed) {
            try (Handle handle = jdbi.open()) {
                handle.execute("listen " + BatchWrite.CHANNEL);
                soldOut.forgetAll();
                listen(handle.getConnection().unwrap(PGConnection.class));
                handle.execute("unlisten *");
            } catch (SQLException | RuntimeException e) {
                LOG.debug("not listening for free seats", e);
                pause();
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (!closed) {
            PGNotification[] heard = connection.getNotifications(WAIT_MILLIS);
            if (heard != null) {
                for (PGNotification notification : heard) {
                    hear(notification.getParameter());
                }
            }
        }
    }

    /// An org and its rooms, as `BatchWrite` says them: `00D… ITEM:a03… SESSION:a04…`.
    private void hear(String message) {
        String[] words = message.split(" ", -1);
        OrgId org = new OrgId(words[0]);
        for (int i = 1; i < words.length; i++) {
            String[] room = words[i].split(":", 2);
            soldOut.forget(org, new RoomId(RoomKind.valueOf(room[0]), room[1]));
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
