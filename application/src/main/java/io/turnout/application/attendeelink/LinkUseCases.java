package io.turnout.application.attendeelink;

/// What can be asked about links.
public record LinkUseCases(PrepareLinks prepare, OpenLink open) {
    public static LinkUseCases over(LinkPorts ports) {
        return new LinkUseCases(
                new PrepareLinks(ports.kept(), ports.vault()),
                new OpenLink(ports.kept(), ports.tokens(), ports.vault()));
    }
}
