package io.turnout.scenario;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// Looks at something: what an application reads of an event, the page that a person sees, or what
/// an invitation opens.
final class Reader implements OpenLoad.Visitor {
    private static final int OK = 200;

    private final Wire wire;
    private final Fairs fairs;
    private final List<String> paths;
    private final Map<String, String> headers;

    private Reader(Wire wire, Fairs fairs, List<String> paths, Map<String, String> headers) {
        this.wire = wire;
        this.fairs = fairs;
        this.paths = paths;
        this.headers = headers;
    }

    static Reader ofData(Wire wire, Fairs fairs, Fairs.Fair fair, String host) {
        return new Reader(
                wire,
                fairs,
                List.of("/v1/orgs/%s/events/%s".formatted(fair.at().org(), fair.id())),
                host(host));
    }

    static Reader ofPage(Wire wire, Fairs fairs, Fairs.Fair fair, String host) {
        return new Reader(
                wire,
                fairs,
                List.of("/o/%s/e/%s".formatted(fair.at().org(), fair.id())),
                host(host));
    }

    /// Opens one link after the other.
    static Reader ofLinks(Wire wire, Fairs fairs, List<String> paths) {
        return new Reader(wire, fairs, paths, Map.of());
    }

    /// The header that says under which name a visitor asks.
    static Map<String, String> host(String name) {
        return name.isEmpty() ? Map.of() : Map.of("Host", name);
    }

    @Override
    public Answer visit(long n) {
        String path = paths.get((int) (n % paths.size()));
        try {
            Wire.Reply reply = wire.get(fairs.door().resolve(path), headers);
            return reply.status() == OK ? Answer.YES : Answer.refused(reply);
        } catch (UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }
}
