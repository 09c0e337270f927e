package io.turnout.adapters.http.lane;

import io.turnout.domain.org.OrgId;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/// A request, as far as its first line tells: in which lane it belongs, and for which org it is.
/// Nothing is believed of it; a path that makes no sense is refused later by whoever reads it. It
/// `mayRepeat` when it is a registration or a hold, which have a key.
record Visit(Lane lane, Optional<String> org, boolean mayRepeat, String path) {
    private static final String API = "/v1/orgs/";
    private static final String PAGES = "/o/";
    private static final String HOLDS = "/holds";
    private static final String FROM_SALESFORCE = "/salesforce/";
    private static final String UPLOADS = "/link-uploads";
    private static final int SHORT = 15;
    private static final int LONG = 18;

    /// A request, on the host of an org or elsewhere.
    static Visit of(Request request, Optional<OrgId> host) {
        String given = request.getHttpURI().getCanonicalPath();
        String path = given == null ? "/" : given;
        boolean unnamed = host.isPresent() && isUnnamed(path);
        Optional<String> org = unnamed ? host.map(Visit::key) : org(path);
        boolean mayRepeat =
                request.getMethod().equals("POST")
                        && (path.endsWith("/registrations")
                                || path.endsWith(HOLDS)
                                || unnamed
                                || path.startsWith(PAGES));
        return new Visit(lane(request.getMethod(), path, org), org, mayRepeat, path);
    }

    /// Whether a load test may do it: it rehearses registrations, and seats that it held would be
    /// missing.
    boolean mayBeRehearsed() {
        return lane != Lane.REGISTER || (mayRepeat && !path.endsWith(HOLDS));
    }

    private static boolean isUnnamed(String path) {
        return path.startsWith("/e/") || path.startsWith("/i/");
    }

    private static String key(OrgId org) {
        return org.value().substring(0, SHORT);
    }

    /// Whether it may be served on the host of that org: what is the org's own, and what is
    /// everybody's, but nothing of another org and nothing of operators.
    boolean belongsTo(OrgId host) {
        boolean named = path.startsWith(API) || path.startsWith(PAGES);
        return lane != Lane.OFFICE && (!named || org.filter(key(host)::equals).isPresent());
    }

    private static Optional<String> org(String path) {
        if (path.startsWith(API)) {
            return org(path, API.length());
        }
        return path.startsWith(PAGES) ? org(path, PAGES.length()) : Optional.empty();
    }

    /// Both forms of an id begin with the same 15 characters, and those are the org.
    private static Optional<String> org(String path, int start) {
        int slash = path.indexOf('/', start);
        int end = slash < 0 ? path.length() : slash;
        boolean id = end - start == SHORT || end - start == LONG;
        return id ? Optional.of(path.substring(start, start + SHORT)) : Optional.empty();
    }

    private static Lane lane(String method, String path, Optional<String> org) {
        if (org.isEmpty()) {
            return office(path) ? Lane.OFFICE : Lane.VIEW;
        }
        boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
        boolean fromOrg = path.contains(FROM_SALESFORCE) || path.contains(UPLOADS);
        return reads || fromOrg ? Lane.VIEW : Lane.REGISTER;
    }

    private static boolean office(String path) {
        return path.startsWith("/v1/operator")
                || path.startsWith("/operator")
                || path.startsWith("/docs")
                || path.equals("/openapi.json");
    }
}
