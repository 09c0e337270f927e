package io.turnout.adapters.http.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Optional;

/// A sign-in that was begun in this browser, which carries all of it: nothing is kept for somebody
/// who may never come back. `then` is where they wanted to go.
record PendingSignIn(String state, String nonce, String verifier, String then) {
    private static final String DOT = ".";
    private static final int PARTS = 4;

    static PendingSignIn begin(String then) {
        return new PendingSignIn(
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                Places.inside(then));
    }

    String text() {
        return String.join(DOT, state, nonce, verifier, Places.encoded(then));
    }

    /// What `text` wrote; nothing when it is anything else.
    static Optional<PendingSignIn> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS || parts[2].length() < CodeVerifier.MIN_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(
                new PendingSignIn(parts[0], parts[1], parts[2], Places.decoded(parts[3])));
    }

    @Override
    public String toString() {
        return "PendingSignIn[…]";
    }
}
