package io.turnout.domain.media;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// With this a browser brings one picture to where pictures are kept, past us.
///
/// @param method PUT: the bytes are the body; POST: they are the part `file` of a form
/// @param headers to be sent with it
/// @param fields of the form
public record UploadTicket(
        String method,
        URI url,
        Map<String, String> headers,
        Map<String, String> fields,
        Instant expiresAt) {
    public UploadTicket {
        headers = Map.copyOf(headers);
        fields = Map.copyOf(fields);
    }
}
