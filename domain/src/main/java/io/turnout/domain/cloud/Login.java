package io.turnout.domain.cloud;

/// As whom a connection to the database is opened.
public record Login(String user, String password) {
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
