package io.turnout.adapters.http;

import io.turnout.adapters.http.docs.Endpoint;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What the description says of uploads of links.
final class LinkUploadEndpoints {
    private static final String UPLOADS = "/v1/orgs/{org}/events/{event}/link-uploads";
    private static final String UPLOAD = UPLOADS + "/{ticket}";

    private LinkUploadEndpoints() {}

    static List<Endpoint> all(
            List<ProblemType> signed, List<ProblemType> streamed, List<ProblemType> any) {
        Endpoint.Answer upload = new Endpoint.Answer(LinkUploadView.class, "link-upload");
        return List.of(
                new Endpoint(
                        "POST",
                        UPLOADS,
                        "An org asks for a ticket to bring links, signed as Standard Webhooks. The"
                                + " ticket holds for a day; the same webhook-id again answers 200"
                                + " with the same ticket",
                        Optional.of("link-upload-request"),
                        201,
                        Optional.of(new Endpoint.Answer(LinkTicketView.class, "link-ticket")),
                        signed),
                new Endpoint(
                        "PUT",
                        UPLOAD,
                        "Bring the links of an upload, a row each: id (what you call it: letters,"
                            + " digits, - and _), email, name, title, company, uses. Any other"
                            + " field is dropped and counted. Lines of JSON, or CSV whose first"
                            + " line names the columns; Content-Encoding gzip is taken; 512 MiB"
                            + " unpacked, and an hour. Rows are kept every 10,000; a row that is"
                            + " refused costs no other. When it breaks off, HEAD tells in"
                            + " Turnout-Next-Row where to go on: send the rest with that number in"
                            + " Turnout-First-Row, or all of it again. The same id is the same"
                            + " link, which is replaced. A body that came whole ends the upload",
                        Optional.of("link-row"),
                        200,
                        Optional.of(upload),
                        streamed),
                new Endpoint(
                        "GET",
                        UPLOAD,
                        "How far an upload has come, and which rows were refused and why",
                        Optional.empty(),
                        200,
                        Optional.of(upload),
                        any),
                new Endpoint(
                        "GET",
                        UPLOAD + "/links",
                        "The address of every link that this upload was the last to bring, as lines"
                                + " of JSON or, if you accept text/csv, as CSV: id and url. The"
                                + " host is the one you ask",
                        Optional.empty(),
                        200,
                        Optional.empty(),
                        any));
    }
}
