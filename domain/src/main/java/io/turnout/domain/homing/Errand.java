package io.turnout.domain.homing;

import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Flag;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is to be done so that an org comes to be where it is to be. What was said once is done
/// once: a move that stayed, or that somebody took back, is not asked for again before somebody
/// says so.
public sealed interface Errand {
    /// Where somebody always wrote, a way back is tried again after so long.
    Duration PATIENCE = Duration.ofMinutes(1);

    /// What a flag asks for is asked for by this and its key.
    String BY_FLAG = "flag:";

    record Rest() implements Errand {}

    /// It is to go there; in its own night.
    record Go(StackName from, StackName to) implements Errand {}

    /// It is to come back, at once.
    record ComeBack(Relocation move) implements Errand {}

    /// A move that is not finished is wanted no more.
    record Halt(RelocationId move) implements Errand {}

    /// Somebody has to look before more are moved.
    record Stop(String why) implements Errand {}

    /// By whom a flag's moves are asked for.
    static String asker(Flag flag) {
        return BY_FLAG + flag.key();
    }

    /// Whether a flag asked for it, and not a person.
    static boolean isByFlag(Relocation move) {
        return move.order().askedBy().startsWith(BY_FLAG);
    }

    /// Whether it leads to where the flag wants the org; else it is the way back.
    static boolean isThere(Relocation move) {
        return move.order().askedBy().equals(asker(Flag.home(move.order().to())));
    }

    /// What is to be done about an org.
    ///
    /// @param here the stack that asks
    /// @param isHere whether the org is at home there
    /// @param last the move of it that was asked for last
    static Errand of(
            Wish wish, StackName here, boolean isHere, Optional<Relocation> last, Instant now) {
        return switch (wish) {
            case Wish.At at -> towards(at, here, isHere, last);
            case Wish.Torn(var flags) ->
                    new Stop(
                            "claimed by "
                                    + flags.stream()
                                            .map(Flag::key)
                                            .collect(Collectors.joining(" and ")));
            case Wish.None(var said) ->
                    last.map(move -> back(move, isHere, said, now)).orElseGet(Rest::new);
            case Wish.Unknown() -> new Rest();
        };
    }

    private static Errand towards(
            Wish.At at, StackName here, boolean isHere, Optional<Relocation> last) {
        StackName to = at.flag().home().orElseThrow();
        if (last.filter(move -> !move.isFinished()).isPresent()) {
            Relocation move = last.get();
            return isByFlag(move) && !move.order().to().equals(to)
                    ? new Halt(move.id())
                    : new Rest();
        }
        if (!isHere || to.equals(here)) {
            return new Rest();
        }
        boolean isDone = last.filter(move -> !move.askedAt().isBefore(at.said())).isPresent();
        return isDone ? new Stop(told(last.get())) : new Go(here, to);
    }

    private static String told(Relocation move) {
        return move.outcome()
                .filter(Moved.Stayed.class::isInstance)
                .map(Moved.Stayed.class::cast)
                .map(stayed -> "stayed: " + told(stayed))
                .orElse("was moved, and came back");
    }

    private static String told(Moved.Stayed stayed) {
        String why = stayed.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return stayed.detail().isEmpty() ? why : why + ", " + stayed.detail();
    }

    private static Errand back(
            Relocation last, boolean isHere, Optional<Instant> said, Instant now) {
        if (!isByFlag(last)) {
            return new Rest();
        }
        if (isThere(last)) {
            return !last.isFinished()
                    ? new Halt(last.id())
                    : last.state() == Relocation.State.MOVED && !isHere
                            ? new ComeBack(last)
                            : new Rest();
        }
        boolean anew =
                said.filter(last.askedAt()::isBefore).isPresent()
                        || (wasInTheWay(last) && !now.isBefore(last.changedAt().plus(PATIENCE)));
        return last.isFinished() && !isHere && anew ? new ComeBack(last) : new Rest();
    }

    private static boolean wasInTheWay(Relocation move) {
        return move.outcome().stream()
                .anyMatch(
                        outcome -> outcome instanceof Moved.Stayed(var why, var _) && why.passes());
    }
}
