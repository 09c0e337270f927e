package io.turnout.scenario;

import java.net.URI;
import java.util.Map;

/// Registers, and then gives the seat back: asks until told that it is cancelled. The retries shall
/// be so many that nobody gives up in the middle, since what came of it then nobody knows.
record Canceller(Desk desk, Fairs.Fair fair, int retries) implements OpenLoad.Visitor {
    @Override
    public Answer visit(long n) {
        Ledger.Open request = Desk.somebody(fair);
        Desk.Told registered = desk.register(request, retries);
        if (registered.answer().outcome() != Outcome.YES) {
            return registered.answer();
        }
        String registration = registered.reply().json().path("id").asText();
        String token = registered.reply().json().path("manageToken").asText();
        String path = "/v1/orgs/" + fair.at().org() + "/registrations/" + registration;
        Answer answer = Desk.insist(retries, () -> cancel(path, token)).answer();
        if (answer.outcome() == Outcome.YES) {
            desk.ledger().cancelled(request.key());
        }
        return answer;
    }

    private Wire.Reply cancel(String path, String token) {
        URI anywhere = desk.fairs().door().resolve(path);
        return desk.wire().delete(anywhere, Map.of("Authorization", "Bearer " + token));
    }
}
