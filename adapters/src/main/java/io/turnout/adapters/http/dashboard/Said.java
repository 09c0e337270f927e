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
            Map.ofEntries(
                    Map.entry("replayed", "Owed again: %s. They leave with the next calls."),
                    Map.entry(
                            "compared",
                            "The comparison has been asked for; it begins within seconds."),
                    Map.entry(
                            "closed",
                            "The host is closed. Every instance knows within two seconds."),
                    Map.entry("opened", "The host is open again."),
                    Map.entry("let-in", "The waiting room is closed: everybody comes in."),
                    Map.entry("gathered", "The waiting room is open."),
                    Map.entry("links", "Addresses owed again: %s."),
                    Map.entry("signed-out", "Sessions ended: %s."),
                    Map.entry("killed", "Pulled back, as revision %s. Below: where it holds."),
                    Map.entry(
                            "plan-saved",
                            "The plan is kept. Nothing begins before somebody else approves it."),
                    Map.entry(
                            "plan-submitted",
                            "The plan is kept, and waits for somebody else to approve it."),
                    Map.entry(
                            "proposed",
                            "Proposed: its values are sound, and what they name answers."),
                    Map.entry("moving", "Asked for. It begins within a second or two."),
                    Map.entry("stopping", "It is told to stop, if there is still time."),
                    Map.entry("completed", "Completed. It stays where it is."),
                    Map.entry("bounded", "Done. These are the bounds from now on."),
                    Map.entry("dropped", "Done. That floor is gone."),
                    Map.entry("raised", "Kept. So many run for that time, at least."),
                    Map.entry("judged", "Done. This is how the proposal stands now."),
                    Map.entry("planned", "Done. This is how the plan stands now."),
                    Map.entry("lifted", "Lifted, as revision %s. Below: where it holds."));

    private Said() {}

    static Optional<String> of(MultivaluedMap<String, String> asked) {
        @Nullable String words = WORDS.get(String.valueOf(asked.getFirst("done")));
        String many = String.valueOf(asked.getFirst("many"));
        return words == null
                ? Optional.empty()
                : Optional.of(words.formatted(NUMBER.matcher(many).matches() ? many : "?"));
    }
}
