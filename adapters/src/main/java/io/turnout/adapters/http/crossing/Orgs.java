package io.turnout.adapters.http.crossing;

import io.turnout.adapters.http.wire.RouteLog;
import io.turnout.domain.org.OrgId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/// For which org a request is: what the doorman saw of it, and the paths of operators that name
/// one.
final class Orgs {
    private static final Pattern OF_OPERATORS =
            Pattern.compile("/v1/operator/orgs/([A-Za-z0-9]{15,18})(?:/.*)?");

    private Orgs() {}

    static Optional<OrgId> of(Request request) {
        if (request.getAttribute(RouteLog.ORG) instanceof String org) {
            return read(org);
        }
        String path = request.getHttpURI().getCanonicalPath();
        Matcher named = OF_OPERATORS.matcher(path == null ? "" : path);
        return named.matches() ? read(named.group(1)) : Optional.empty();
    }

    static Optional<OrgId> read(String id) {
        try {
            return Optional.of(new OrgId(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
