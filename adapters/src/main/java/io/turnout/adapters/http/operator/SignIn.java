package io.turnout.adapters.http.operator;

/// Whose tokens let operators in: the public keys of the sign-in service as a JWK set, who it says
/// it is, and what it calls us.
public record SignIn(String jwkSet, String issuer, String audience) {
    public SignIn {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException("a sign-in service has an issuer and an audience");
        }
    }
}
