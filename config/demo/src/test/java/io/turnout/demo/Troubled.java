package io.turnout.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;

/// A demo in which something wants a person: some attendees that Salesforce refused, hosts, one of
/// them closed, and a waiting room.
final class Troubled {
    private static final int REFUSED = 4;
    private static final String ROOM = "/v1/operator/waiting-rooms";

    private Troubled() {}

    static void demo(DemoProcess demo) {
        refuse(demo);
        register(demo, "ada", 25);
        register(demo, "refused", REFUSED);
        for (String host :
                new String[] {"tickets.northwind.example", "plain.example", "keys.example"}) {
            put(demo, host);
        }
        post(demo, "/v1/operator/hosts/tickets.northwind.example/close", "");
        post(
                demo,
                ROOM,
                "{\"org\":\"%s\",\"event\":\"%s\"}".formatted(Samples.ORG_B, Samples.RAILWAY));
        Eventually.so(
                "some are set aside",
                Duration.ofSeconds(60),
                () ->
                        demo.send(asked(demo, "/v1/operator/set-aside?org=" + Samples.ORG_A))
                                        .body()
                                        .split("FIELD_CUSTOM", -1)
                                        .length
                                > REFUSED);
    }

    /// As it was before, for whoever shares this demo.
    static void mend(DemoProcess demo) {
        var _ = demo.send(simulator(demo).DELETE());
        var _ =
                demo.send(
                        asked(demo, ROOM + "?org=" + Samples.ORG_B + "&event=" + Samples.RAILWAY)
                                .DELETE());
    }

    /// An administrator's rule lets everybody through but those.
    private static void refuse(DemoProcess demo) {
        String order =
                """
                {"kind":"validation-rule","object":"Attendee__c","field":"Email__c",\
                "pattern":"(?!refused).*","message":"Guests of this address need an approval first"}
                """;
        int status =
                demo.send(
                                simulator(demo)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(order)))
                        .statusCode();
        assertThat(status).isLessThan(300);
    }

    private static HttpRequest.Builder simulator(DemoProcess demo) {
        int port = demo.ports.getOrDefault(DemoAddress.SIMULATOR, 0);
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/orgs/" + Samples.ORG_A + "/faults"));
    }

    private static void register(DemoProcess demo, String name, int people) {
        for (int n = 0; n < people; n++) {
            String body =
                    """
                    {"attendees":[{"name":"Guest","email":"%s%d@example.com","item":"%s"}]}
                    """
                            .formatted(name, n, Samples.OPEN_DAY_TICKET);
            int status =
                    demo.send(
                                    at(demo, registrations(Samples.ORG_A))
                                            .header("Content-Type", "application/json")
                                            .header("Idempotency-Key", UUID.randomUUID().toString())
                                            .POST(HttpRequest.BodyPublishers.ofString(body)))
                            .statusCode();
            assertThat(status).isEqualTo(201);
        }
    }

    private static String registrations(OrgId org) {
        return "/v1/orgs/" + org + "/events/" + Samples.OPEN_DAY + "/registrations";
    }

    private static void put(DemoProcess demo, String host) {
        send(
                demo,
                "PUT",
                "/v1/operator/hosts/" + host,
                "{\"org\":\"%s\",\"limit\":{\"quota\":100,\"windowSeconds\":2}}"
                        .formatted(Samples.ORG_A));
    }

    private static void post(DemoProcess demo, String path, String body) {
        send(demo, "POST", path, body);
    }

    private static void send(DemoProcess demo, String method, String path, String body) {
        HttpRequest.Builder request =
                asked(demo, path).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            var _ = request.header("Content-Type", "application/json");
        }
        assertThat(demo.send(request).statusCode()).isLessThan(300);
    }

    private static HttpRequest.Builder asked(DemoProcess demo, String path) {
        return at(demo, path)
                .header("Authorization", "Bearer " + demo.content(DemoOperator.TOKEN).strip());
    }

    private static HttpRequest.Builder at(DemoProcess demo, String path) {
        return HttpRequest.newBuilder(URI.create(demo.url(path)));
    }
}
