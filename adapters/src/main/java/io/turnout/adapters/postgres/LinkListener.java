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
/// tells all who remember links. Several times a second it asks PostgreSQL for a sign of life:
/// whoever remembers knows thereby until when nothing was missed.
public final class LinkListener extends ChannelListener {
    private final List<AttendeeLinks.Remembering> memories;

    /// @param memories whoever asks another stands after it
    public LinkListener(Gate gate, List<AttendeeLinks.Remembering> memories) {
        super(gate.jdbi(), LinkNews.CHANNEL);
        this.memories = List.copyOf(memories);
    }

    @Override
    void begun() {
        memories.forEach(AttendeeLinks.Remembering::forgetAll);
    }

    @Override
    void broken() {
        memories.forEach(AttendeeLinks.Remembering::unheard);
    }

    @Override
    void beat(Handle handle, PGConnection connection) throws SQLException {
        long asked = System.nanoTime();
        handle.execute("select 1");
        hear(connection.getNotifications());
        memories.forEach(memory -> memory.heardUntil(asked));
    }

    /// An org and its links, as `LinkNews` says them.
    @Override
    void hear(List<String> words) {
        OrgId org = new OrgId(words.getFirst());
        for (String link : words.subList(1, words.size())) {
            LinkId id = new LinkId(UUID.fromString(link));
            memories.forEach(memory -> memory.forget(org, id));
        }
    }
}
