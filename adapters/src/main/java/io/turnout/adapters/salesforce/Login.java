package io.turnout.adapters.salesforce;

/// How an attempt to sign in ended.
sealed interface Login {
    record Granted(AccessToken token) implements Login {}

    /// The org does not let us in; asking again changes nothing until its administrator acts.
    record Denied(String why) implements Login {}

    /// Nobody answered, or not to the point.
    record Unreachable(String why) implements Login {}
}
