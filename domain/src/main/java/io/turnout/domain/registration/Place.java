package io.turnout.domain.registration;

import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import java.util.HashSet;
import java.util.List;

/// What one attendee takes at an event: one item, and any of its sessions, each at most once.
public record Place(ItemId item, List<SessionId> sessions) {
    public static final int SESSIONS_MAX = 50;

    public Place {
        sessions = List.copyOf(sessions);
        if (sessions.size() > SESSIONS_MAX) {
            throw new IllegalArgumentException("at most " + SESSIONS_MAX + " sessions each");
        }
        if (new HashSet<>(sessions).size() < sessions.size()) {
            throw new IllegalArgumentException("the same session twice");
        }
    }
}
