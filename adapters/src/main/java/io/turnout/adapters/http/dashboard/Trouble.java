package io.turnout.adapters.http.dashboard;

import java.util.Optional;

/// Something that wants a person: how badly, of whom, what, since when, and where to go. The worst
/// come first.
public record Trouble(
        Severity severity,
        String where,
        String what,
        Optional<String> since,
        String path,
        String action) {
    /// In the order in which they are shown.
    public enum Severity {
        BAD,
        WARN,
        NOTE
    }
}
