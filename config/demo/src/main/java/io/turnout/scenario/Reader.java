package io.turnout.scenario;

import java.io.UncheckedIOException;
import java.util.Map;

/// Looks at an event: what an application reads, or the page that a person sees.
final class Reader implements OpenLoad.Visitor {
    private static final int OK = 200;

    private final Wire wire;
    private final Fairs fairs;
    private final String path;
    private final Map<String, String> headers;

    private Reader(Wire wire, Fairs fairs, String path, Map<String, String> headers) {
        this.wire = wire;
        this.fairs = fairs;
        this.path = path;
        this.headers = headers;
    }

    static Reader ofData(Wire wire, Fairs fairs, Fairs.Fair fair, String host) {
        return new Reader(
                wire,
                fairs,
                "/v1/orgs/%s/events/%s".formatted(fair.at().org(), fair.id()),
                host(host));
    }

    static Reader ofPage(Wire wire, Fairs fairs, Fairs.Fair fair, String host) {
        return new Reader(
                wire, fairs, "/o/%s/e/%s".formatted(fair.at().org(), fair.id()), host(host));
    }

    /// The header that says under which name a visitor asks.
    static Map<String, String> host(String name) {
        return name.isEmpty() ? Map.of() : Map.of("Host", name);
    }

    @Override
    public Answer visit(long n) {
        try {
            Wire.Reply reply = wire.get(fairs.door().resolve(path), headers);
            return reply.status() == OK ? Answer.YES : Answer.refused(reply);
        } catch (UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }
}
