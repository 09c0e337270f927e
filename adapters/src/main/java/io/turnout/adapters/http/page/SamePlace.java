package io.turnout.adapters.http.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;

/// Whether a form was sent from a page of ours. Browsers tell by `Sec-Fetch-Site`; older ones by
/// `Origin`, which is "null" where a page, as ours do, passes no address on. Nothing a form does
/// rests on this alone: a registration needs no cookie, and the cookie that cancels is not sent
/// from elsewhere.
public final class SamePlace {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private SamePlace() {}

    public static boolean sent(HttpHeaders headers) {
        String site = headers.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = headers.getHeaderString("Origin");
        return origin == null || origin.equals("null") || host(origin, headers);
    }

    private static boolean host(String origin, HttpHeaders headers) {
        try {
            String host = headers.getHeaderString(HttpHeaders.HOST);
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
