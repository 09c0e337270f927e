package io.turnout.bench;

import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import java.util.concurrent.atomic.AtomicInteger;

/// What the load asks for: invented people, one ticket and one session each. Keys are unique over
/// a whole bench, since the round is part of them.
final class Bodies {
    static final OrgId ORG = new OrgId("00DTURNOUT0000125A");
    static final EventId HOT = new EventId("a01000000000001");
    static final ItemId TICKET = new ItemId("a02000000000001");
    static final SessionId WORKSHOP = new SessionId("a03000000000001");
    static final EventId FULL = new EventId("a01000000000002");
    static final ItemId FULL_TICKET = new ItemId("a02000000000002");
    static final SessionId FULL_WORKSHOP = new SessionId("a03000000000002");

    private static final AtomicInteger ROUND = new AtomicInteger();

    private Bodies() {}

    static void nextRound() {
        var _ = ROUND.incrementAndGet();
    }

    static String key(long n) {
        return "bench-" + ROUND.get() + "-" + n;
    }

    static String hot(long n) {
        return body(n, TICKET, WORKSHOP);
    }

    static String full(long n) {
        return body(n, FULL_TICKET, FULL_WORKSHOP);
    }

    private static String body(long n, ItemId item, SessionId session) {
        return """
        {"attendees":[{"email":"visitor%d.%d@example.com","name":"Visitor %d of the bench",\
        "title":"Engineer","company":"Example Works","item":"%s","sessions":["%s"]}]}\
        """
                .formatted(ROUND.get(), n, n, item, session);
    }

    static String held(long n) {
        return """
        {"lines":[{"item":"%s","sessions":["%s"],"quantity":1}]}\
        """
                .formatted(TICKET, WORKSHOP);
    }

    static String path(EventId event) {
        return "/v1/orgs/" + ORG + "/events/" + event + "/registrations";
    }

    static String holds(EventId event) {
        return "/v1/orgs/" + ORG + "/events/" + event + "/holds";
    }
}
