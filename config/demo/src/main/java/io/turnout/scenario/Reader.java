package io.turnout.scenario;

import java.io.UncheckedIOException;

/// Looks at an event: what an application reads, or the page that a person sees.
final class Reader implements OpenLoad.Visitor {
    private static final int OK = 200;

    private final Wire wire;
    private final Fairs fairs;
    private final String path;

    private Reader(Wire wire, Fairs fairs, String path) {
        this.wire = wire;
        this.fairs = fairs;
        this.path = path;
    }

    static Reader ofData(Wire wire, Fairs fairs, Fairs.Fair fair) {
        return new Reader(
                wire, fairs, "/v1/orgs/%s/events/%s".formatted(fair.at().org(), fair.id()));
    }

    static Reader ofPage(Wire wire, Fairs fairs, Fairs.Fair fair) {
        return new Reader(wire, fairs, "/o/%s/e/%s".formatted(fair.at().org(), fair.id()));
    }

    @Override
    public Answer visit(long n) {
        try {
            Wire.Reply reply = wire.get(fairs.door().resolve(path));
            return reply.status() == OK ? Answer.YES : Answer.refused(reply.status(), reply.json());
        } catch (UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }
}
