package io.turnout.application.retention;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was told of retention before anything is deleted by it: for each org and kind, or for the
/// whole stack, the period that holds. A kind is known here by its name.
public interface Notices {
    /// How long it is told before the first goes: less than the day that lies between two rounds.
    Duration TOLD_FOR = Duration.ofHours(20);

    /// Heeds the period of this moment. A first one, and one that is shorter than what was told,
    /// is told anew, with `overdue` as what it means; a longer one takes its place.
    Standing heed(Subject subject, Duration period, long overdue);

    /// All that was told, by kinds and orgs, at most `limit`.
    List<Notice> list(int limit);

    /// Forgets what was told of subjects that have no period any more: if they get one again, it is
    /// told anew.
    void keepOnly(List<Subject> subjects);

    /// Whether anything may be deleted.
    enum Standing {
        /// It is told from this moment on.
        TOLD,
        /// It was told too short a time ago.
        WAITS,
        DUE
    }

    /// A kind, of an org or of the stack.
    record Subject(String kind, Optional<OrgId> org) {}

    /// What was told of it, and when.
    record Notice(Subject subject, Duration period, Instant toldAt, long overdue) {}
}
