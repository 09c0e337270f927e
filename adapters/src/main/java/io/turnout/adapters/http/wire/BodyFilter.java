package io.turnout.adapters.http.wire;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/// Stands before every method that takes a form: its body is named JSON, and JSON is UTF-8.
final class BodyFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        MediaType media = request.getMediaType();
        if (media == null || !json(media)) {
            refuse(
                    request,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "say Content-Type: application/json");
            return;
        }
        String charset = media.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !StandardCharsets.UTF_8.name().equalsIgnoreCase(charset)) {
            refuse(request, ProblemType.UNSUPPORTED_MEDIA_TYPE, "JSON is UTF-8 here");
        } else if (!request.hasEntity()) {
            refuse(request, ProblemType.MALFORMED, "a body is needed");
        }
    }

    /// To the letter: a wildcard is no name, and a parameter changes nothing.
    private static boolean json(MediaType media) {
        MediaType json = MediaType.APPLICATION_JSON_TYPE;
        return media.getType().equalsIgnoreCase(json.getType())
                && media.getSubtype().equalsIgnoreCase(json.getSubtype());
    }

    private static void refuse(ContainerRequestContext request, ProblemType type, String detail) {
        request.abortWith(Problem.response(type, detail));
    }
}
