package io.turnout.application.setting;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a proposal's changes come to where variables are kept, and go from there. Each move knows
/// its own by the id in the reason, so that it is made once, whoever died in between.
record VariableMoves(ConfigVariables variables) {
    private static final int RELEASES = 10;
    private static final int REASON_MAX = 200;

    /// What came of it.
    sealed interface Move {
        /// It stands, as this version; `atNextStart` where nobody is replaced because of it.
        record Made(long version, boolean atNextStart) implements Move {}

        record Never(String why) implements Move {}

        /// Nobody knows. It is asked again at the next look.
        record Later() implements Move {}
    }

    Move apply(Proposal proposal) {
        return switch (variables.current()) {
            case Answer.Failed<Variables>(var why) -> failed(why);
            case Answer.Done<Variables>(var now) when now.version() != proposal.terms().base() ->
                    ours(proposal, now);
            case Answer.Done<Variables>(var now) -> told(proposal, now);
        };
    }

    private Move told(Proposal proposal, Variables now) {
        return made(
                variables.apply(
                        proposal.terms().edits(),
                        now.version(),
                        why(proposal, proposal.terms().reason())));
    }

    /// A version of ours that another instance has made, or somebody else's. Where an instance died
    /// while it wrote, ours is the newest and not all of it is there: it is written again.
    private Move ours(Proposal proposal, Variables now) {
        return switch (variables.history(RELEASES)) {
            case Answer.Failed<List<Release>>(var why) -> failed(why);
            case Answer.Done<List<Release>>(var releases) ->
                    releases.stream()
                            .filter(one -> one.reason().startsWith(proposal.id().toString()))
                            .findFirst()
                            .map(
                                    one ->
                                            isHalf(one, proposal, now)
                                                    ? told(proposal, now)
                                                    : new Move.Made(one.version(), true))
                            .orElseGet(
                                    () ->
                                            new Move.Never(
                                                    "somebody else changed the variables since it"
                                                            + " was proposed"));
        };
    }

    private static boolean isHalf(Release ours, Proposal proposal, Variables now) {
        return ours.version() == now.version() && !now.changes(proposal.terms().edits()).isEmpty();
    }

    /// Whatever of it still stands; what somebody else changed since stays theirs.
    Move revert(Proposal proposal) {
        return switch (variables.current()) {
            case Answer.Failed<Variables>(var why) -> failed(why);
            case Answer.Done<Variables>(var now) -> revert(proposal, now);
        };
    }

    private Move revert(Proposal proposal, Variables now) {
        Map<String, Optional<String>> back =
                proposal.terms().changes().stream()
                        .filter(
                                change ->
                                        Optional.ofNullable(now.values().get(change.name()))
                                                .equals(change.after()))
                        .collect(
                                Collectors.toMap(Variables.Change::name, Variables.Change::before));
        return back.isEmpty()
                ? new Move.Made(now.version(), true)
                : made(
                        variables.apply(
                                new Edits(back),
                                now.version(),
                                why(proposal, "taken back: " + proposal.progress().note())));
    }

    private static Why why(Proposal proposal, String reason) {
        String told = proposal.id() + ": " + reason;
        return new Why(
                proposal.terms().author(), told.substring(0, Math.min(REASON_MAX, told.length())));
    }

    private static Move made(Answer<Applied> answer) {
        return switch (answer) {
            case Answer.Done<Applied>(var applied) ->
                    new Move.Made(
                            applied.version(), applied.effect() == Applied.Effect.AT_NEXT_START);
            case Answer.Failed<Applied>(var why) -> failed(why);
        };
    }

    private static Move failed(Failure failure) {
        return switch (failure) {
            case Failure.Denied(_), Failure.Refused(_), Failure.Unknown(_) ->
                    new Move.Never("where variables are kept it was refused");
            case Failure.Conflict(_),
                    Failure.Overtaken(_),
                    Failure.Throttled(_),
                    Failure.Unreachable(_) ->
                    new Move.Later();
        };
    }
}
