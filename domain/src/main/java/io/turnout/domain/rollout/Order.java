package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.Locale;

/// What somebody wants done to a plan. What goes on takes the version that was seen.
public sealed interface Order {
    record Edit(long version, PlanTerms terms) implements Order {}

    record Submit(long version) implements Order {}

    record Approve(long version) implements Order {}

    record Decline(long version) implements Order {}

    record Pause() implements Order {}

    record Resume(long version) implements Order {}

    record Advance(long version) implements Order {}

    record Skip(long version) implements Order {}

    record Complete(long version) implements Order {}

    record RollBackWave(int wave) implements Order {}

    record RollBackAll() implements Order {}

    record Abort() implements Order {}

    /// How it is called in a history.
    default String verb() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /// What follows from it.
    default Step on(Rollout rollout, Author author, Instant now) {
        String actor = author.actor();
        return switch (this) {
            case Edit(var version, var terms) -> Reviewing.edit(rollout, version, terms, actor);
            case Submit(var version) -> Reviewing.submit(rollout, version, actor, now);
            case Approve(var version) ->
                    Reviewing.approve(rollout, version, actor, author.reason(), now);
            case Decline(var version) ->
                    Reviewing.decline(rollout, version, actor, author.reason(), now);
            case Pause _ -> Steering.pause(rollout);
            case Resume(var version) -> Steering.resume(rollout, version);
            case Advance(var version) -> Steering.advance(rollout, version, now);
            case Skip(var version) -> Steering.skip(rollout, version, now);
            case Complete(var version) -> Steering.complete(rollout, version, now);
            case RollBackWave(var wave) -> Steering.rollBackWave(rollout, wave, now);
            case RollBackAll _ -> Steering.rollBackAll(rollout, now);
            case Abort _ -> Steering.abort(rollout, now);
        };
    }
}
