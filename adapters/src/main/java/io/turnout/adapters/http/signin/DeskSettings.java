package io.turnout.adapters.http.signin;

import java.net.URI;
import java.util.Optional;

/// Under which address browsers know the dashboard, and by which service operators sign in to it.
/// Cookies are for TLS alone unless the address is one of this machine.
public record DeskSettings(URI publicUrl, Optional<OpenId> openId) {
    /// Nobody can sign in.
    public static final DeskSettings NONE =
            new DeskSettings(URI.create("https://turnout.invalid"), Optional.empty());

    public DeskSettings {
        if (publicUrl.getHost() == null || !publicUrl.getPath().matches("/?")) {
            throw new IllegalArgumentException("the dashboard has an address without a path");
        }
    }

    boolean isSecure() {
        return "https".equals(publicUrl.getScheme());
    }

    URI back() {
        return publicUrl.resolve(Places.SIGN_IN + "/back");
    }

    URI goodbye() {
        return publicUrl.resolve(Places.SIGN_IN + "/out");
    }
}
