package io.turnout.adapters.http.wire;

import java.util.Locale;
import java.util.Set;

/// Headers that belong to one connection and stay there (RFC 9110, section 7.6.1), with those that
/// whoever hands a message on writes anew.
public final class HopByHop {
    private static final Set<String> NAMES =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private HopByHop() {}

    /// Whether a header of that name, whatever its case, stays behind.
    public static boolean isOne(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
