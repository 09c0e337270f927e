package io.turnout.bench;

import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.stream.IntStream;

/// An event of the bench: one kind of ticket, one session, and whoever comes takes both.
record Fair(OrgId org, EventId event, ItemId item, SessionId session) {
    private static final OrgId ORG = new OrgId("00DTURNOUT0000125A");
    private static final int MANY = 100;

    /// The one everybody wants.
    static final Fair HOT = of(ORG, 1);

    /// Full from the start.
    static final Fair FULL = of(ORG, 2);

    /// A hundred of the same org.
    static final List<Fair> OF_ONE_ORG =
            IntStream.range(0, MANY).mapToObj(i -> of(ORG, MANY + i)).toList();

    /// One each of a hundred orgs.
    static final List<Fair> OF_MANY_ORGS =
            IntStream.range(0, MANY)
                    .mapToObj(i -> of(new OrgId("00DBENCH%07d".formatted(i)), 1))
                    .toList();

    private static Fair of(OrgId org, int number) {
        return new Fair(
                org,
                new EventId("a01%012d".formatted(number)),
                new ItemId("a02%012d".formatted(number)),
                new SessionId("a03%012d".formatted(number)));
    }

    String path(String what) {
        return "/v1/orgs/" + org + "/events/" + event + "/" + what;
    }
}
