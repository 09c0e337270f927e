package io.turnout.scenario;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Registers invented people, one at a time, with a key each. Who is told to come again does so
/// with the same key, as often as the scenario says, a little later each time.
final class Registrant implements OpenLoad.Visitor {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Desk desk;
    private final Fairs.Fair fair;
    private final Scenario.Manner manner;
    private final Map<String, String> headers;

    Registrant(Desk desk, Fairs.Fair fair, Scenario.Manner manner) {
        this.desk = desk;
        this.fair = fair;
        this.manner = manner;
        this.headers = Reader.host(manner.host());
    }

    @Override
    public Answer visit(long n) {
        Ledger.Open request = Desk.somebody(fair);
        Answer answer = desk.ask(request, headers);
        boolean unknown = answer.isUnknown();
        for (int again = 0; again < manner.retries() && answer.isOpen(); again++) {
            Pause.of(pause(answer, again));
            answer = desk.ask(request, headers);
            unknown |= answer.isUnknown();
        }
        if (unknown && answer.isOpen()) {
            desk.ledger().unknown(request);
        }
        return answer;
    }

    private Duration pause(Answer answer, int again) {
        long most = FIRST_PAUSE.toMillis() << again;
        Duration own = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
        boolean longer = manner.heeds() && answer.pause().compareTo(own) > 0;
        return longer ? answer.pause() : own;
    }
}
