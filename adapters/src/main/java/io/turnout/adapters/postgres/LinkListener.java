package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/// Hears from every instance which links are not what they were, on a connection of its own, and
/// tells whoever remembers links. Several times a second it asks PostgreSQL for a sign of life:
/// whoever remembers knows thereby until when nothing was missed.
public final class LinkListener extends ChannelListener {
    private final Remembering remembering;

    public LinkListener(Gate gate, Remembering remembering) {
        super(gate.jdbi(), LinkNews.CHANNEL);
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
    void begun() {
        remembering.forgetAll();
    }

    @Override
    void broken() {
        remembering.unheard();
    }

    @Override
    void beat(Handle handle, PGConnection connection) throws SQLException {
        long asked = System.nanoTime();
        handle.execute("select 1");
        hear(connection.getNotifications());
        remembering.heardUntil(asked);
    }

    /// An org and its links, as `LinkNews` says them.
    @Override
    void hear(OrgId org, List<String> links) {
        for (String link : links) {
            remembering.forget(org, new LinkId(UUID.fromString(link)));
        }
    }
}
