package io.turnout.domain.rollout;

import java.util.OptionalInt;

/// What somebody plans for a wave.
///
/// @param atMost how many orgs it takes of those that match; empty for all of them
/// @param window in which hours of its own clock an org is switched
public record WaveTerms(
        String title,
        Selection selection,
        OptionalInt atMost,
        Window window,
        Entry entry,
        Exit exit) {
    /// How a wave begins once those before it are done.
    public enum Entry {
        BY_ITSELF,
        /// Somebody says so.
        BY_HAND
    }

    public WaveTerms {
        Words.check(title);
        if (atMost.isPresent() && atMost.getAsInt() < 1) {
            throw new IllegalArgumentException("a wave takes somebody");
        }
    }

    WaveTerms forAtMost(int orgs) {
        return new WaveTerms(title, selection, OptionalInt.of(orgs), window, entry, exit);
    }
}
