package io.turnout.adapters.http.page;

import java.util.List;

/// The same form, to be sent again with one button.
public record RetrySheet(String message, List<Hidden> fields) {
    /// A field that was filled in before. Never printed.
    public record Hidden(String name, String value) {
        @Override
        public String toString() {
            return "Hidden[" + name + "]";
        }
    }
}
