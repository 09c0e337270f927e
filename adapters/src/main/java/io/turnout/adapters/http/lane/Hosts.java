package io.turnout.adapters.http.lane;

import com.google.common.net.InetAddresses;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.domain.hosting.VanityHost;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/// The hosts that are served: the orgs' own, and the instance's. Where none of the instance's is
/// named, it serves under any name; where some are, under those, and under every address.
record Hosts(VanityHosts vanity, Set<String> own) {
    private static final String LOCAL = "localhost";

    Hosts {
        own = Set.copyOf(own);
    }

    static String name(Request request) {
        String name = Request.getServerName(request);
        return name == null ? LOCAL : name.toLowerCase(Locale.ROOT);
    }

    Optional<VanityHost> vanity(String name) {
        return vanity.find(name);
    }

    boolean serves(String name) {
        return own.isEmpty()
                || own.contains(name)
                || name.equals(LOCAL)
                || InetAddresses.isInetAddress(name)
                || InetAddresses.isUriInetAddress(name);
    }
}
