package io.turnout.adapters.http.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The sign-in service of the dashboard (OpenID Connect): who it says it is, as what it knows us,
/// and in which claim of an id token it names roles. Where `acrs` are named, whoever signed in by
/// anything else, such as a password alone, does not get in.
public record OpenId(
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        String rolesClaim,
        List<String> acrs) {
    public OpenId {
        acrs = List.copyOf(acrs);
        if (clientId.isBlank() || rolesClaim.isBlank()) {
            throw new IllegalArgumentException("we have a name, and roles a claim");
        }
    }

    @Override
    public String toString() {
        return "OpenId[" + issuer + ", " + clientId + "]";
    }
}
