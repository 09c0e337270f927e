package io.turnout.application.attendeelink;

import io.turnout.application.registration.RegistrationBook;

/// What can be asked about links.
public record LinkUseCases(
        PrepareLinks prepare, ReadLink read, OpenLink open, UploadUseCases uploads) {
    public static LinkUseCases over(LinkPorts ports, RegistrationBook book) {
        return new LinkUseCases(
                new PrepareLinks(ports.kept(), ports.vault()),
                new ReadLink(ports.tokens()),
                new OpenLink(ports.kept(), ports.vault(), book),
                UploadUseCases.over(ports));
    }
}
