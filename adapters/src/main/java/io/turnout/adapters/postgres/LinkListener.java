package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.AttendeeLinks;
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
    private final AttendeeLinks.Remembering memory;

    public LinkListener(Gate gate, AttendeeLinks.Remembering memory) {
        super(gate.jdbi(), LinkNews.CHANNEL);
        this.memory = memory;
    }

    @Override
    void begun() {
        memory.forgetAll();
    }

    @Override
    void broken() {
        memory.unheard();
    }

    @Override
    void beat(Handle handle, PGConnection connection) throws SQLException {
        long asked = System.nanoTime();
        handle.execute("select 1");
        hear(connection.getNotifications());
        memory.heardUntil(asked);
    }

    /// An org and its links, as `LinkNews` says them.
    @Override
    void hear(List<String> words) {
        OrgId org = new OrgId(words.getFirst());
        for (String link : words.subList(1, words.size())) {
            memory.forget(org, new LinkId(UUID.fromString(link)));
        }
    }
}
