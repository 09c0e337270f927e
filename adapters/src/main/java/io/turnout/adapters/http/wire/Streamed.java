package io.turnout.adapters.http.wire;

import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Which bodies are too large to be gathered: they are read as they come, by a resource that looks
/// at the ticket of the sender first, and are held to limits of their own.
public final class Streamed {
    private static final Pattern PATH =
            Pattern.compile("/v1/orgs/[^/]+/events/[^/]+/link-uploads/[^/]+");

    private static final String LINKS = "/links";

    private Streamed() {}

    public static boolean is(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return request.getMethod().equals("PUT") && path != null && PATH.matcher(path).matches();
    }

    /// Whether its answer is too large to be held: the addresses of all links of an upload.
    public static boolean isAnswered(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return request.getMethod().equals("GET")
                && path != null
                && path.endsWith(LINKS)
                && PATH.matcher(path.substring(0, path.length() - LINKS.length())).matches();
    }

    /// Jetty reads no further once a body broke off, and so does not see that the sender waits for
    /// the end of the answer; whoever was not answered by the thread that read waits for ever.
    static void hangUpWhereBroken(Request request) {
        Content.Chunk next = request.read();
        if (Content.Chunk.isFailure(next)) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
        } else if (next != null) {
            next.release();
        }
    }
}
