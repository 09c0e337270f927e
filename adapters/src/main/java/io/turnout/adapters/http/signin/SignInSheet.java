package io.turnout.adapters.http.signin;

import java.net.URI;
import java.util.Optional;

/// What the page says to whoever is not signed in. Without `possible` there is no service to sign
/// in by; `then` is where they go afterwards, and `onward` where the page goes by itself, if
/// anywhere.
public record SignInSheet(
        String title,
        String message,
        boolean possible,
        boolean trouble,
        String then,
        String onward) {
    private static final String TITLE = "Sign in";

    static SignInSheet plain(boolean possible, String then) {
        return new SignInSheet(
                TITLE,
                possible
                        ? "Operators of this house sign in with the account of their organisation."
                        : "No sign-in service is named in the settings (door.operators.dashboard),"
                                + " so nobody can sign in here.",
                possible,
                !possible,
                then,
                "");
    }

    /// Out here; `there` is where they sign out at the service, where it has such a place.
    static SignInSheet out(boolean possible, Optional<URI> there) {
        return new SignInSheet(
                "You are signed out",
                "This browser is signed in here no more. At the sign-in service you may still be.",
                possible,
                false,
                Places.HOME,
                there.map(URI::toString).orElse(""));
    }

    static SignInSheet outThere() {
        return new SignInSheet(
                "You are signed out",
                "This browser is signed in no more, neither here nor at the sign-in service.",
                true,
                false,
                Places.HOME,
                "");
    }

    static SignInSheet stale(boolean possible) {
        return new SignInSheet(
                "This sign-in was not begun here",
                "It took longer than ten minutes, or it was begun in another browser.",
                possible,
                true,
                Places.HOME,
                "");
    }

    static SignInSheet refused(String why) {
        return new SignInSheet(
                "You were not signed in",
                "The reason: " + why + ". Ask whoever gives roles at your sign-in service.",
                true,
                true,
                Places.HOME,
                "");
    }

    static SignInSheet away(String then) {
        return new SignInSheet(
                "The sign-in service does not answer",
                "Whoever is signed in already stays so. Please try again in a moment.",
                true,
                true,
                then,
                "");
    }
}
