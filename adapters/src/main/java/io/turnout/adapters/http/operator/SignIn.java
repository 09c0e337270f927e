package io.turnout.adapters.http.operator;

/// Whose tokens let operators in: the public keys of the sign-in service, who it says it is, and
/// what it calls us.
public record SignIn(SignInKeys keys, String issuer, String audience) {
    public SignIn {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException("a sign-in service has an issuer and an audience");
        }
    }
}
