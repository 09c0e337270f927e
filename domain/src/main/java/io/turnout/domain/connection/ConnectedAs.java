package io.turnout.domain.connection;

/// The org's client app, the user it lets in, and whom the login is meant for.
public record ConnectedAs(String consumerKey, String username, String audience) {
    @Override
    public String toString() {
        return "ConnectedAs[…]";
    }
}
