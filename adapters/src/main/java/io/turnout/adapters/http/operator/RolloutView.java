package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.rollout.ShowRollout;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.Review;
import io.turnout.domain.rollout.Wave;
import io.turnout.domain.rollout.WaveHealth;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A plan with its waves, as of `at`. `late` are those for whom a plan that is complete came too
/// early: its waves are for them, and they do not have the flag.
public record RolloutView(
        String id,
        long version,
        int revision,
        String flag,
        String title,
        String state,
        String owner,
        String notBefore,
        ReviewView review,
        GuardForm guard,
        List<WaveView> waves,
        List<String> late,
        String at)
        implements View {
    /// Its terms may change.
    public boolean editable() {
        return List.of("draft", "in-review", "approved", "paused", "rolled-back").contains(state);
    }

    public static RolloutView of(ShowRollout.Board board) {
        Plan plan = board.rollout().plan();
        return new RolloutView(
                plan.id().toString(),
                plan.version(),
                plan.revision(),
                plan.flag().key(),
                plan.title(),
                Spelling.of(plan.state()),
                plan.owner(),
                plan.notBefore().toString(),
                ReviewView.of(plan.review()),
                GuardForm.of(plan.guard()),
                IntStream.range(0, plan.waves().size())
                        .mapToObj(i -> WaveView.of(board, i))
                        .toList(),
                board.late().stream().map(OrgId::value).toList(),
                board.now().toString());
    }

    /// How far the approval is: open, asked, declined or approved; who may not approve, and who
    /// spoke last.
    public record ReviewView(
            String status,
            List<String> authors,
            @Nullable String by,
            @Nullable String at,
            @Nullable String comment) {
        static ReviewView of(Review review) {
            List<String> authors = review.authors().stream().sorted().toList();
            return switch (review) {
                case Review.Open _ -> new ReviewView("open", authors, null, null, null);
                case Review.Asked asked ->
                        new ReviewView("asked", authors, asked.by(), asked.at().toString(), null);
                case Review.Declined no ->
                        new ReviewView(
                                "declined", authors, no.by(), no.at().toString(), no.comment());
                case Review.Approved yes ->
                        new ReviewView(
                                "approved", authors, yes.by(), yes.at().toString(), yes.comment());
            };
        }
    }

    /// One wave, counted from one, with those of its orgs that it has taken.
    public record WaveView(
            int number,
            WaveForm terms,
            String state,
            @Nullable String since,
            @Nullable String enteredAt,
            List<MemberView> orgs,
            @Nullable HealthView health) {
        /// Its terms stay as they are.
        public boolean begun() {
            return !state.equals("planned") && !state.equals("cleared");
        }

        static WaveView of(ShowRollout.Board board, int number) {
            Wave wave = board.rollout().plan().waves().get(number);
            Optional<WaveHealth> health = Optional.ofNullable(board.health().get(number));
            return new WaveView(
                    number + 1,
                    WaveForm.of(wave.terms()),
                    Spelling.of(wave.state()),
                    wave.since().map(Instant::toString).orElse(null),
                    wave.enteredAt().map(Instant::toString).orElse(null),
                    board.rollout().wave(number).stream()
                            .sorted(Comparator.comparing(member -> member.org().value()))
                            .map(member -> MemberView.of(board, member))
                            .toList(),
                    health.map(HealthView::of).orElse(null));
        }
    }

    /// One org of a wave: pending, live, rolled-back or opted-out.
    public record MemberView(
            String org, String state, String since, @Nullable PlacementView placement) {
        static MemberView of(ShowRollout.Board board, Member member) {
            Optional<Placement> placement =
                    Optional.ofNullable(board.placements().get(member.org()));
            return new MemberView(
                    member.org().value(),
                    Spelling.of(member.state()),
                    member.since().toString(),
                    placement.map(PlacementView::of).orElse(null));
        }
    }
}
