package io.turnout.application.memory;

import io.turnout.application.operator.OperatorSessions;
import io.turnout.domain.operator.OperatorSession;
import io.turnout.domain.operator.SessionKey;
import io.turnout.domain.operator.SessionRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who is signed in, gone with the process.
public final class MemoryOperatorSessions implements OperatorSessions {
    private final Map<SessionKey, OperatorSession> sessions = new LinkedHashMap<>();
    private final InstantSource clock;

    public MemoryOperatorSessions(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void open(SessionKey key, String subject, Set<String> roles) {
        Instant now = clock.instant();
        sessions.put(key, new OperatorSession(key, subject, roles, now, now));
        List<SessionKey> theirs =
                sessions.values().stream()
                        .filter(session -> session.subject().equals(subject))
                        .map(OperatorSession::key)
                        .toList();
        theirs.stream().limit(Math.max(0, theirs.size() - PER_PERSON)).forEach(sessions::remove);
    }

    @Override
    public synchronized Optional<OperatorSession> find(
            SessionKey key, SessionRule rule, boolean active) {
        Instant now = clock.instant();
        OperatorSession kept = sessions.get(key);
        if (kept == null || rule.isOver(kept.openedAt(), kept.seenAt(), now)) {
            return Optional.empty();
        }
        if (active && !now.isBefore(kept.seenAt().plus(GRAIN))) {
            sessions.put(
                    key,
                    new OperatorSession(key, kept.subject(), kept.roles(), kept.openedAt(), now));
        }
        return Optional.ofNullable(sessions.get(key));
    }

    @Override
    public synchronized boolean close(SessionKey key) {
        return sessions.remove(key) != null;
    }

    @Override
    public synchronized int closeAll(String subject) {
        int before = sessions.size();
        sessions.values().removeIf(session -> session.subject().equals(subject));
        return before - sessions.size();
    }

    @Override
    public synchronized List<OperatorSession> live(SessionRule rule, int limit) {
        Instant now = clock.instant();
        return sessions.values().stream()
                .filter(one -> !rule.isOver(one.openedAt(), one.seenAt(), now))
                .sorted(Comparator.comparing(OperatorSession::openedAt).reversed())
                .limit(limit)
                .toList();
    }
}
