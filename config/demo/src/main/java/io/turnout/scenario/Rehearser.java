package io.turnout.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Registers as a load test that its org has declared: it takes no seat, and must be told so.
final class Rehearser implements OpenLoad.Visitor {
    private static final Duration LASTS = Duration.ofMinutes(50);

    private final Desk desk;
    private final Fairs.Fair fair;
    private final Map<String, String> headers;

    /// @param secret the webhook secret of the org
    Rehearser(Desk desk, Fairs.Fair fair, Scenario.Manner manner, OrgSecret secret) {
        this.desk = desk;
        this.fair = fair;
        this.headers = new HashMap<>(Reader.host(manner.host()));
        this.headers.put("Load-Test", declared(fair.at().org(), secret));
    }

    private static String declared(String org, OrgSecret secret) {
        String until = Long.toString(Instant.now().plus(LASTS).getEpochSecond());
        return until + ",v1=" + secret.sign("load-test." + org + "." + until);
    }

    @Override
    public Answer visit(long n) {
        try {
            Wire.Reply reply = desk.post(Desk.somebody(fair), headers);
            if (!Desk.isYes(reply)) {
                return Answer.refused(reply);
            }
            return reply.json().path("loadTest").asBoolean()
                    ? Answer.YES
                    : new Answer(Outcome.FAILED, "a load test took a seat");
        } catch (java.io.UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }
}
