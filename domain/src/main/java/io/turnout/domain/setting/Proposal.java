package io.turnout.domain.setting;

import io.turnout.domain.rollout.Review;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A change of settings that somebody proposed, and how far it is.
public record Proposal(ProposalId id, long version, Terms terms, Review review, Progress progress) {
    /// What is to change, from what, as of which version of the variables, and why.
    public record Terms(
            List<Variables.Change> changes, long base, String author, String reason, Kind kind) {
        public Terms {
            changes = List.copyOf(changes);
        }

        /// What the cloud is told.
        public Edits edits() {
            return new Edits(
                    changes.stream()
                            .collect(
                                    Collectors.toMap(
                                            Variables.Change::name, Variables.Change::after)));
        }

        boolean needsSecond() {
            return kind == Kind.USUAL
                    && changes.stream()
                            .anyMatch(
                                    change ->
                                            SettingKeys.find(change.name())
                                                    .filter(SettingKey::guarded)
                                                    .isPresent());
        }
    }

    /// Which way a change takes.
    public enum Kind {
        USUAL,
        /// One person begins it; another has to confirm it within the hour.
        URGENT,
        /// Back to what was confirmed last: nothing is tried first, nobody is asked.
        RESTORE
    }

    /// How far it is, since when, and what is known by then.
    ///
    /// @param confirmBy when it is taken back, if nobody has confirmed it
    /// @param applied the version that the cloud gave it
    /// @param note what happened last, in words
    public record Progress(
            ChangeStage stage,
            Instant since,
            Optional<Instant> confirmBy,
            Optional<Long> applied,
            Optional<TrialReport> now,
            Optional<TrialReport> trial,
            Optional<Fare> before,
            String note) {
        Progress to(ChangeStage next, Instant at, String why) {
            return new Progress(next, at, confirmBy, applied, now, trial, before, why);
        }

        Progress begun(TrialReport ownRehearsal, Fare fare, Instant at) {
            return new Progress(
                    ChangeStage.TRIAL,
                    at,
                    confirmBy,
                    applied,
                    Optional.of(ownRehearsal),
                    trial,
                    Optional.of(fare),
                    "a trial begins");
        }

        Progress tried(TrialReport report) {
            return new Progress(
                    stage,
                    since,
                    confirmBy,
                    applied,
                    now,
                    Optional.of(report),
                    before,
                    "the trial has ended");
        }

        Progress everywhere(long version, Instant at, Instant until) {
            return new Progress(
                    ChangeStage.WATCHING,
                    at,
                    Optional.of(until),
                    Optional.of(version),
                    now,
                    trial,
                    before,
                    "all are told");
        }
    }

    public static Proposal checked(ProposalId id, Terms terms, Instant now) {
        Review review =
                terms.needsSecond()
                        ? new Review.Asked(Set.of(terms.author()), terms.author(), now)
                        : new Review.Open(Set.of(terms.author()));
        return new Proposal(
                id,
                1,
                terms,
                review,
                new Progress(
                        ChangeStage.CHECKED,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "sound, and what it names answers"));
    }

    public ChangeStage stage() {
        return progress.stage();
    }

    public boolean mayBegin() {
        return stage() == ChangeStage.CHECKED && (!terms.needsSecond() || review.isApproved());
    }

    Ruling with(Progress other) {
        return new Ruling.Taken(new Proposal(id, version + 1, terms, review, other));
    }

    Ruling with(Review other) {
        return new Ruling.Taken(new Proposal(id, version + 1, terms, other, progress));
    }
}
