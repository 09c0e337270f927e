package io.turnout.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the simulated Salesforce of an org has seen and kept, asked on its admin port.
final class Salesforce {
    private static final int PAGE = 10_000;
    private static final String ATTENDEE = "/rows/Attendee__c";

    private final Wire wire;
    private final URI admin;

    Salesforce(Wire wire, URI admin) {
        this.wire = wire;
        this.admin = admin;
    }

    /// Calls of an org by what they were for: attendees, how many are registered, anything else.
    record Calls(long attendees, long counts, long others) {
        static final Calls NONE = new Calls(0, 0, 0);

        Calls minus(Calls earlier) {
            return new Calls(
                    attendees - earlier.attendees,
                    counts - earlier.counts,
                    others - earlier.others);
        }

        Calls plus(Calls more) {
            return new Calls(
                    attendees + more.attendees, counts + more.counts, others + more.others);
        }
    }

    List<String> externalIds(String org) {
        List<String> ids = new ArrayList<>();
        String after = "";
        JsonNode page = page(org, after);
        while (!page.isEmpty()) {
            for (JsonNode row : page) {
                after = row.path("Id").asText();
                if (row.hasNonNull("External_Id__c")) {
                    ids.add(row.path("External_Id__c").asText());
                }
            }
            page = page(org, after);
        }
        return ids;
    }

    private JsonNode page(String org, String after) {
        return look(org, ATTENDEE + "?limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + after));
    }

    long attendees(String org) {
        return look(org, "").at("/rows/Attendee__c").asLong();
    }

    Calls calls(String org) {
        long attendees = 0;
        long counts = 0;
        long others = 0;
        for (JsonNode call : look(org, "/calls")) {
            String path = call.path("path").asText();
            if (!path.startsWith("/services/data/")) {
                continue;
            }
            if (path.contains("/Attendee__c") || path.contains("/jobs/ingest")) {
                attendees++;
            } else if (path.endsWith("/composite/sobjects")) {
                counts++;
            } else {
                others++;
            }
        }
        return new Calls(attendees, counts, others);
    }

    void order(String org, Map<String, Object> fault) {
        try {
            String json = Wire.JSON.writeValueAsString(fault);
            var _ = must(wire.post(of(org, "/faults"), json, Map.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no order: " + fault, e);
        }
    }

    void mend(String org) {
        var _ = must(wire.delete(of(org, "/faults")));
    }

    /// The organiser's button; the status that Turnout answered to its nudge.
    int publish(String org, String event) {
        return wire.post(of(org, "/buttons/publish"), "{\"event\":\"" + event + "\"}", Map.of())
                .status();
    }

    /// The address of the org's own API.
    URI api(String org) {
        return URI.create(look(org, "").path("api").asText());
    }

    void target(String org, URI nudges, String secret) {
        var _ =
                must(
                        wire.post(
                                of(org, "/nudges"),
                                "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(nudges, secret),
                                Map.of()));
    }

    private JsonNode look(String org, String what) {
        return must(wire.get(of(org, what))).json();
    }

    private URI of(String org, String what) {
        return admin.resolve("/orgs/" + org + what);
    }

    private static Wire.Reply must(Wire.Reply reply) {
        if (reply.status() >= 300) {
            throw new IllegalStateException("the simulator says: " + reply.body());
        }
        return reply;
    }
}
