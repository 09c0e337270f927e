package io.turnout.scenario;

import io.turnout.simulator.SimulatorSettings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Somebody who renames an event in the org, presses Publish, and looks at the page until it says
/// so. The time of an answer is the time until then (A17).
final class Organiser implements OpenLoad.Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int ACCEPTED = 202;
    private static final String ROW = "/services/data/v66.0/sobjects/Event__c/";

    private final Wire wire;
    private final Salesforce salesforce;
    private final Fairs fairs;
    private final List<Fairs.Fair> all;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Organiser(Wire wire, Salesforce salesforce, Fairs fairs, List<Fairs.Fair> all) {
        this.wire = wire;
        this.salesforce = salesforce;
        this.fairs = fairs;
        this.all = all;
    }

    @Override
    public Answer visit(long n) {
        Fairs.Fair fair = all.get((int) (n % all.size()));
        String name = fair.at().name() + " " + n;
        try {
            rename(fair, name);
            int told = salesforce.publish(fair.at().org(), fair.id());
            if (told != ACCEPTED) {
                return new Answer(Outcome.FAILED, "the button was told " + told);
            }
            return isSeen(fair, name, n)
                    ? Answer.YES
                    : new Answer(
                            Outcome.FAILED, "not on show after " + PATIENCE.toSeconds() + " s");
        } catch (UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }

    private boolean isSeen(Fairs.Fair fair, String name, long n) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String shown = fairs.read(fair.at().org(), fair.id()).path("name").asText();
            if (shown.equals(name) || number(shown) > n) {
                return true;
            }
            Pause.of(PAUSE);
        }
        return false;
    }

    /// A later click may have been faster; then this one was on show too, or overtaken.
    private static long number(String shown) {
        String last = shown.substring(shown.lastIndexOf(' ') + 1);
        return last.matches("[0-9]{1,18}") ? Long.parseLong(last) : -1;
    }

    private void rename(Fairs.Fair fair, String name) {
        String org = fair.at().org();
        URI api = salesforce.api(org);
        String token = tokens.computeIfAbsent(org, _ -> token(api));
        Wire.Reply saved =
                wire.patch(
                        api.resolve(ROW + fair.id()),
                        "{\"Name\":\"" + name + "\"}",
                        Map.of("Authorization", "Bearer " + token));
        if (saved.status() != 204) {
            throw new IllegalStateException("the org did not save the event: " + saved.body());
        }
    }

    private String token(URI api) {
        return wire.form(
                        api.resolve("/services/oauth2/token"),
                        "grant_type=client_credentials&client_id="
                                + SimulatorSettings.CONSUMER_KEY
                                + "&client_secret="
                                + SimulatorSettings.CONSUMER_SECRET)
                .json()
                .path("access_token")
                .asText();
    }
}
