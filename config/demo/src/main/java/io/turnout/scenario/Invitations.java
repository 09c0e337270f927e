package io.turnout.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Links of an event that were brought as an org brings them, by their paths.
final class Invitations {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private Invitations() {}

    /// @param secret what messages of the org are signed with
    static List<String> bring(
            Wire wire, Fairs fairs, Fairs.Fair fair, OrgSecret secret, int count) {
        String room = "/v1/orgs/%s/events/%s/link-uploads".formatted(fair.at().org(), fair.id());
        String body = "{\"event\":\"" + fair.id() + "\"}";
        Wire.Reply ticket = wire.post(fairs.door().resolve(room), body, signed(body, secret));
        must(ticket, CREATED);
        String upload = ticket.json().path("uploadUrl").asText();
        StringBuilder rows = new StringBuilder("id,email,name\n");
        for (int n = 1; n <= count; n++) {
            rows.append("guest-%1$d,invited.%1$d@example.org,Invited %1$d%n".formatted(n));
        }
        must(wire.put(fairs.door().resolve(upload), rows.toString(), "text/csv"), OK);
        Wire.Reply links =
                wire.get(fairs.door().resolve(upload + "/links"), Map.of("Accept", "text/csv"));
        must(links, OK);
        List<String> paths = new ArrayList<>();
        links.body()
                .lines()
                .skip(1)
                .forEach(
                        line ->
                                paths.add(
                                        "/v1/orgs/%s/links/%s"
                                                .formatted(
                                                        fair.at().org(),
                                                        line.substring(
                                                                line.lastIndexOf('/') + 1))));
        return paths;
    }

    private static void must(Wire.Reply reply, int status) {
        if (reply.status() != status) {
            throw new IllegalStateException(
                    "links cannot be brought: " + reply.status() + " " + reply.body());
        }
    }

    private static Map<String, String> signed(String body, OrgSecret secret) {
        String id = "msg-" + UUID.randomUUID();
        String now = Long.toString(Instant.now().getEpochSecond());
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                now,
                "webhook-signature",
                "v1," + secret.sign(id + "." + now + "." + body));
    }
}
