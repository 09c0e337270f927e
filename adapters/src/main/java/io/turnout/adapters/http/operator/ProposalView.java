package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.setting.Proposals;
import io.turnout.application.setting.ShowProposal;
import io.turnout.domain.rollout.Review;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.TrialReport;
import io.turnout.domain.setting.Variables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A proposal, how far it is, and what was done to it, newest first.
public record ProposalView(
        String id,
        long version,
        String author,
        String reason,
        String kind,
        String stage,
        String review,
        @Nullable String reviewedBy,
        String note,
        String since,
        @Nullable String confirmBy,
        @Nullable Long appliedAs,
        @Nullable TrialFigures now,
        @Nullable TrialFigures trial,
        List<SettingChange> changes,
        List<ProposalStep> history)
        implements View {
    /// One setting, from what to what; what is left out is as usual.
    public record SettingChange(String name, @Nullable String before, @Nullable String after) {
        static SettingChange of(Variables.Change change) {
            return new SettingChange(
                    change.name(), change.before().orElse(null), change.after().orElse(null));
        }
    }

    /// How rehearsals went.
    public record TrialFigures(boolean well, int tried, int failed, double p99Millis) {
        static TrialFigures of(TrialReport report) {
            return new TrialFigures(
                    report.well(), report.tried(), report.failed(), report.p99Millis());
        }
    }

    /// What was done.
    public record ProposalStep(
            long version, String at, String actor, String verb, String stage, String note) {
        static ProposalStep of(Proposals.Entry entry) {
            return new ProposalStep(
                    entry.version(),
                    entry.at().toString(),
                    entry.actor(),
                    entry.verb(),
                    Spelling.of(entry.stage()),
                    entry.note());
        }
    }

    public static ProposalView of(ShowProposal.Board board) {
        return of(board.proposal(), board.history());
    }

    static ProposalView of(Proposal one, List<Proposals.Entry> history) {
        Proposal.Progress at = one.progress();
        return new ProposalView(
                one.id().toString(),
                one.version(),
                one.terms().author(),
                one.terms().reason(),
                Spelling.of(one.terms().kind()),
                Spelling.of(at.stage()),
                review(one.review()),
                one.review() instanceof Review.Approved yes ? yes.by() : null,
                at.note(),
                at.since().toString(),
                at.confirmBy().map(Object::toString).orElse(null),
                at.applied().orElse(null),
                trial(at.now()),
                trial(at.trial()),
                one.terms().changes().stream().map(SettingChange::of).toList(),
                history.stream().map(ProposalStep::of).toList());
    }

    private static @Nullable TrialFigures trial(Optional<TrialReport> report) {
        return report.map(TrialFigures::of).orElse(null);
    }

    private static String review(Review review) {
        return switch (review) {
            case Review.Open _ -> "not-needed";
            case Review.Asked _ -> "asked";
            case Review.Declined _ -> "declined";
            case Review.Approved _ -> "approved";
        };
    }
}
