package io.turnout.adapters.http.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whether a form was sent from a page of ours. Browsers tell by `Sec-Fetch-Site`; older ones by
/// `Origin`, which is "null" where a page, as ours do, passes no address on. Nothing a form does
/// rests on this alone: a registration needs no cookie, and the cookie that cancels is not sent
/// from elsewhere.
public final class SamePlace {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private SamePlace() {}

    public static boolean sent(HttpHeaders headers) {
        return sent(headers::getHeaderString);
    }

    /// The same, for where only single headers can be asked for.
    public static boolean sent(Function<String, @Nullable String> headers) {
        String site = headers.apply("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = headers.apply("Origin");
        return origin == null || origin.equals("null") || host(origin, headers);
    }

    private static boolean host(String origin, Function<String, @Nullable String> headers) {
        try {
            String host = headers.apply(HttpHeaders.HOST);
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
