package io.turnout.application.attendeelink;

/// What can be asked about uploads of links.
public record UploadUseCases(
        BeginUpload begin,
        ReadUploadTicket read,
        ReceiveLinks receive,
        ShowUpload show,
        ListUploadedLinks list,
        ShowUploads showAll) {
    static UploadUseCases over(LinkPorts ports) {
        return new UploadUseCases(
                new BeginUpload(ports.uploads(), ports.vault(), ports.tickets()),
                new ReadUploadTicket(ports.tickets()),
                new ReceiveLinks(ports.uploads(), ports.vault(), ports.sealing()),
                new ShowUpload(ports.uploads()),
                new ListUploadedLinks(ports.uploads(), ports.tokens()),
                new ShowUploads(ports.uploads()));
    }
}
