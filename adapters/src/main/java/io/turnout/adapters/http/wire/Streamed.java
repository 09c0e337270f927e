package io.turnout.adapters.http.wire;

import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/// Which bodies are too large to be gathered: they are read as they come, by a resource that looks
/// at the ticket of the sender first, and are held to limits of their own.
final class Streamed {
    private static final Pattern PATH =
            Pattern.compile("/v1/orgs/[^/]+/events/[^/]+/link-uploads/[^/]+");

    private Streamed() {}

    static boolean is(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return request.getMethod().equals("PUT") && path != null && PATH.matcher(path).matches();
    }
}
