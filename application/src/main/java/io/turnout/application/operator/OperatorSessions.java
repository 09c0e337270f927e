package io.turnout.application.operator;

import io.turnout.domain.operator.OperatorSession;
import io.turnout.domain.operator.SessionKey;
import io.turnout.domain.operator.SessionRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is signed in to the dashboard, the same for every instance. What is kept cannot be used to
/// sign in. Times are the storage's own.
public interface OperatorSessions {
    /// How many sessions one person has at once; the oldest ends for the next.
    int PER_PERSON = 8;

    /// How exactly it is known when somebody did something last.
    Duration GRAIN = Duration.ofMinutes(1);

    /// Begins a session, and forgets those that ended long ago.
    void open(SessionKey key, String subject, Set<String> roles);

    /// The session, unless it is over or was ended. Whoever is `active` does something now, which a
    /// page that renews itself does not.
    Optional<OperatorSession> find(SessionKey key, SessionRule rule, boolean active);

    /// Ends a session. False when there is none.
    boolean close(SessionKey key);

    /// Ends all sessions of a person. How many it were.
    int closeAll(String subject);

    /// Those that are not over, the newest first, at most `limit`.
    List<OperatorSession> live(SessionRule rule, int limit);
}
