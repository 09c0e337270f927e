package io.turnout.adapters.http.problem;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A *no* of the door itself, said before anything is done for a request: a problem, and for
/// whoever wants a page, that page, which was made once.
public record DoorRefusal(ProblemType type, String detail, Map<String, String> headers) {
    private static final String ATTRIBUTE = "io.turnout.refusal";
    private static final String PAGE = "io.turnout.page";
    private static final String API = "/v1/";
    private static final String HTML = "text/html";

    public DoorRefusal {
        headers = Map.copyOf(headers);
    }

    /// A page with all its headers.
    @SuppressWarnings("ArrayRecordComponent") // bytes that are sent and never compared
    public record Page(byte[] body, Map<String, String> headers) {}

    /// Refuses, and lets the server see to what has arrived of the body.
    public boolean send(Request request, Response response, Callback callback, Page page) {
        request.setAttribute(ATTRIBUTE, this);
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        if (accept != null && accept.contains(HTML) && !forPrograms(request)) {
            request.setAttribute(PAGE, page);
        }
        Response.writeError(request, response, callback, type.status());
        return true;
    }

    private static boolean forPrograms(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return path != null && path.startsWith(API);
    }

    static Optional<DoorRefusal> of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof DoorRefusal refusal
                ? Optional.of(refusal)
                : Optional.empty();
    }

    static Optional<Page> page(Request request) {
        return request.getAttribute(PAGE) instanceof Page page
                ? Optional.of(page)
                : Optional.empty();
    }
}
