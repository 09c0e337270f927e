package io.turnout.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short scenario of two stacks: an org moves there and back while people register, cancel, hold
/// seats and open links, once with the network between the stacks cut and once with a database that
/// crashes.
class RelocationSmokeTest {
    private static final String SHORT =
            """
            why: It still moves.
            house: {instances: 1, stacks: [heroku, aws]}
            events:
              fair: {org: 00DTURNOUT0000125A, name: Fair, seats: 5000}
            phases:
              - name: moved
                lasts: 40s
                traffic:
                  - {what: register, event: fair, perSecond: 4, retries: 8}
                  - {what: cancel, event: fair, perSecond: 0.5, retries: 50}
                  - {what: hold, event: fair, perSecond: 0.5, retries: 50}
                  - {what: open, event: fair, perSecond: 2}
                happenings:
                  - after: 1s
                    what: move
                    org: 00DTURNOUT0000125A
                    order: {times: 3, troubles: [none, cut, crash]}
                drains: 120s
            expect:
              - moved.register.yes = 160
              - moved.cancel.yes = 20
              - moved.hold.yes = 20
              - moves.unknown = 0
              - moves.none.moved = 1
              - moves.cut.asked = 1
              - moves.last.failed = 0
              - owners.epochs >= 3
              - owners.twice = 0
              - homes.different = 0
              - tables.different = 0
              - keys.asked >= 190
              - keys.wrong = 0
            """;

    @TempDir private Path folder;

    @Test
    void an_org_moves_while_it_sells_whatever_happens_in_between() throws IOException {
        Judged judged = Judged.run(folder, "moves.yml", SHORT);

        assertThat(judged.held()).as(judged.said()).isTrue();
        assertThat(judged.said()).contains("| cut | 1 |");
    }
}
