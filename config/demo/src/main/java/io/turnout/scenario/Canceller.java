package io.turnout.scenario;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Registers, and then gives the seat back: asks until told that it is cancelled.
final class Canceller implements OpenLoad.Visitor {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int OK = 200;

    private final Desk desk;
    private final Fairs.Fair fair;
    private final Scenario.Manner manner;

    Canceller(Desk desk, Fairs.Fair fair, Scenario.Manner manner) {
        this.desk = desk;
        this.fair = fair;
        this.manner = manner;
    }

    @Override
    public Answer visit(long n) {
        Ledger.Open request = Desk.somebody(fair);
        Answer answer = new Answer(Outcome.FAILED, "never asked");
        boolean unknown = false;
        for (int tried = 0; tried <= manner.retries() && answer.isOpen(); tried++) {
            Pause.of(tried == 0 ? Duration.ZERO : PAUSE);
            try {
                Wire.Reply reply = desk.post(request, Map.of());
                answer = desk.answer(request, reply);
                if (Desk.isYes(reply)) {
                    return cancel(request, reply);
                }
            } catch (UncheckedIOException broken) {
                answer = Answer.broken(broken);
            }
            unknown |= answer.isUnknown();
        }
        if (unknown && answer.isOpen()) {
            desk.ledger().unknown(request);
        }
        return answer;
    }

    /// Whoever gives up in the middle leaves something that nobody knows; the retries shall be so
    /// many that it does not come to that.
    private Answer cancel(Ledger.Open request, Wire.Reply registered) {
        String registration = registered.json().path("id").asText();
        String token = registered.json().path("manageToken").asText();
        String path = "/v1/orgs/" + fair.at().org() + "/registrations/" + registration;
        Answer answer = new Answer(Outcome.FAILED, "never asked");
        for (int tried = 0; tried <= manner.retries() && answer.isOpen(); tried++) {
            Pause.of(tried == 0 ? Duration.ZERO : PAUSE);
            answer = cancel(desk.fairs().door().resolve(path), token);
        }
        if (answer.outcome() == Outcome.YES) {
            desk.ledger().cancelled(request.key());
        }
        return answer;
    }

    private Answer cancel(URI address, String token) {
        try {
            Wire.Reply reply =
                    desk.wire().delete(address, Map.of("Authorization", "Bearer " + token));
            return reply.status() == OK ? Answer.YES : Answer.refused(reply);
        } catch (UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }
}
