package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A plan and how far it is. `version` counts every change of it, `revision` those of its terms.
public record Plan(
        PlanId id,
        long version,
        int revision,
        Flag flag,
        String title,
        Instant notBefore,
        Guard guard,
        List<Wave> waves,
        Stage stage,
        Review review,
        String owner) {
    public Plan {
        waves = List.copyOf(waves);
    }

    public static Plan draft(PlanId id, PlanTerms terms, String author) {
        return new Plan(
                id,
                1,
                1,
                terms.flag(),
                terms.title(),
                terms.notBefore(),
                terms.guard(),
                terms.waves().stream().map(Wave::planned).toList(),
                Stage.NOT_STARTED,
                new Review.Open(Set.of(author)),
                author);
    }

    public PlanTerms terms() {
        return new PlanTerms(
                flag, title, notBefore, guard, waves.stream().map(Wave::terms).toList());
    }

    public PlanState state() {
        return switch (stage) {
            case NOT_STARTED ->
                    switch (review) {
                        case Review.Open _, Review.Declined _ -> PlanState.DRAFT;
                        case Review.Asked _ -> PlanState.IN_REVIEW;
                        case Review.Approved _ -> PlanState.APPROVED;
                    };
            case RUNNING -> PlanState.RUNNING;
            case PAUSED -> PlanState.PAUSED;
            case COMPLETED -> PlanState.COMPLETED;
            case ROLLED_BACK -> PlanState.ROLLED_BACK;
            case ABORTED -> PlanState.ABORTED;
        };
    }

    /// The wave that is under way, else the next one; empty when none is left.
    public OptionalInt current() {
        OptionalInt underWay = first(WaveState::isUnderWay);
        return underWay.isPresent() ? underWay : first(WaveState::isAhead);
    }

    OptionalInt first(Predicate<WaveState> state) {
        return IntStream.range(0, waves.size())
                .filter(i -> state.test(waves.get(i).state()))
                .findFirst();
    }

    Plan with(Stage next) {
        return new Plan(
                id, version, revision, flag, title, notBefore, guard, waves, next, review, owner);
    }

    Plan with(Review next) {
        return new Plan(
                id, version, revision, flag, title, notBefore, guard, waves, stage, next, owner);
    }

    Plan with(List<Wave> next) {
        return new Plan(
                id, version, revision, flag, title, notBefore, guard, next, stage, review, owner);
    }

    Plan withWave(int number, WaveState state, Instant now) {
        List<Wave> next = new ArrayList<>(waves);
        next.set(number, waves.get(number).to(state, now));
        return with(next);
    }

    /// The next revision; what has begun stays as far as it is.
    public Plan revised(PlanTerms terms) {
        List<Wave> next = new ArrayList<>();
        for (int i = 0; i < terms.waves().size(); i++) {
            WaveTerms wave = terms.waves().get(i);
            boolean begun = i < waves.size() && !waves.get(i).state().isAhead();
            next.add(begun ? waves.get(i) : Wave.planned(wave));
        }
        return new Plan(
                id,
                version,
                revision + 1,
                flag,
                terms.title(),
                terms.notBefore(),
                terms.guard(),
                next,
                stage,
                review,
                owner);
    }

    /// The same after one more change.
    Plan next() {
        return new Plan(
                id,
                version + 1,
                revision,
                flag,
                title,
                notBefore,
                guard,
                waves,
                stage,
                review,
                owner);
    }
}
