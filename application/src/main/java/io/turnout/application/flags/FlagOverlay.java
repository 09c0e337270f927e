package io.turnout.application.flags;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Overlay;
import java.time.Instant;
import java.util.List;

/// What was said about flags, the same for every instance of a stack. No org needs to be at home
/// here: each stack keeps a copy, so that an org that moves is killed on either.
public interface FlagOverlay {
    /// No more changes in one step.
    int CHANGES_MAX = 16;

    /// As of the last look of this instance. Answered from memory; while the storage is away, what
    /// was known holds.
    Overlay current();

    /// Looks now.
    Overlay refresh();

    /// Keeps some changes and their records in the audit trail as one step, and tells every
    /// instance. When this returns they are kept and hold here; when it throws, none is. Saying the
    /// same again makes another revision and changes nothing else.
    Kept change(List<FlagChange> changes, Author author);

    /// Refuses what is no step: nothing, or too much.
    static void bounded(List<FlagChange> changes) {
        if (changes.isEmpty() || changes.size() > CHANGES_MAX) {
            throw new IllegalArgumentException("1 to " + CHANGES_MAX + " changes are one step");
        }
    }

    /// What was kept, from which revision on.
    record Kept(long revision, Instant at) {}
}
