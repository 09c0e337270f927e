package io.turnout.domain.capacity;

import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.RecordId;
import java.util.Comparator;

/// Whatever seats are counted for: an event, one of its items, one of its sessions. Record ids are
/// unique in an org, so the id alone gives the order in which rooms are locked.
public record RoomId(RoomKind kind, String id) implements Comparable<RoomId> {
    private static final Comparator<RoomId> BY_ID =
            Comparator.comparing(RoomId::id).thenComparing(RoomId::kind);

    public RoomId {
        id = RecordId.complete(id);
    }

    public static RoomId of(EventId event) {
        return new RoomId(RoomKind.EVENT, event.value());
    }

    public static RoomId of(ItemId item) {
        return new RoomId(RoomKind.ITEM, item.value());
    }

    public static RoomId of(SessionId session) {
        return new RoomId(RoomKind.SESSION, session.value());
    }

    @Override
    public int compareTo(RoomId other) {
        return BY_ID.compare(this, other);
    }
}
