package io.turnout.adapters.http.dashboard;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was just done, in words of ours: an address can name one of them and a number, and nothing
/// else.
final class Said {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Map<String, String> WORDS =
            Map.of(
                    "replayed", "Owed again: %s. They leave with the next calls.",
                    "compared", "The comparison has been asked for; it begins within seconds.",
                    "closed", "The host is closed. Every instance knows within two seconds.",
                    "opened", "The host is open again.",
                    "let-in", "The waiting room is closed: everybody comes in.",
                    "gathered", "The waiting room is open.",
                    "links", "Addresses owed again: %s.",
                    "signed-out", "Sessions ended: %s.");

    private Said() {}

    static Optional<String> of(MultivaluedMap<String, String> asked) {
        @Nullable String words = WORDS.get(String.valueOf(asked.getFirst("done")));
        String many = String.valueOf(asked.getFirst("many"));
        return words == null
                ? Optional.empty()
                : Optional.of(words.formatted(NUMBER.matcher(many).matches() ? many : "?"));
    }
}
