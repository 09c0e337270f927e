package io.turnout.adapters.http.dashboard;

import java.util.List;
import java.util.Map;

/// What somebody is about to do: its exact `changes`, where the form goes, what it carries, the
/// word on its button, and where to go back to. What cannot be undone is `grave`.
public record Confirmation(
        String title,
        List<String> changes,
        String action,
        Map<String, String> fields,
        String button,
        boolean grave,
        String back,
        boolean asksWhy) {
    public Confirmation(
            String title,
            List<String> changes,
            String action,
            Map<String, String> fields,
            String button,
            boolean grave,
            String back) {
        this(title, changes, action, fields, button, grave, back, false);
    }

    /// The same, and why has to be said.
    Confirmation withReason() {
        return new Confirmation(title, changes, action, fields, button, grave, back, true);
    }

    public Confirmation {
        changes = List.copyOf(changes);
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "Confirmation[" + title + "]";
    }
}
