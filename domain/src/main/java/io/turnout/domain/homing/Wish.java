package io.turnout.domain.homing;

import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Flag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an org is to be at home, as the flags of stacks say. It moves nobody: where the org may be
/// written is what its stacks say.
public sealed interface Wish {
    /// At the stack of that flag.
    ///
    /// @param said since when
    record At(Flag flag, Instant said) implements Wish {
        /// The same, said again later.
        public At again(Instant later) {
            return new At(flag, later.isAfter(said) ? later : said);
        }
    }

    /// Several claim it.
    record Torn(List<Flag> flags) implements Wish {
        public Torn {
            flags = List.copyOf(flags);
        }
    }

    /// No flag wants it elsewhere.
    ///
    /// @param said when somebody last said no to one; empty where nobody did
    record None(Optional<Instant> said) implements Wish {}

    /// A plan wants it elsewhere, and the definitions do not say so: somebody switched it off where
    /// they are kept, or they were not heard yet. Which of both is not known.
    record Unknown() implements Wish {}

    /// What flags come to.
    ///
    /// @param decisions of all flags of stacks about one org
    static Wish of(Map<Flag, Decision> decisions) {
        List<Flag> on =
                decisions.entrySet().stream()
                        .filter(one -> one.getValue().isOn())
                        .map(Map.Entry::getKey)
                        .sorted(Comparator.comparing(Flag::key))
                        .toList();
        if (on.size() > 1) {
            return new Torn(on);
        }
        if (on.isEmpty()) {
            return decisions.values().stream().anyMatch(Decision.SwitchedOff.class::isInstance)
                    ? new Unknown()
                    : new None(refused(decisions));
        }
        return decisions.entrySet().stream()
                .filter(one -> one.getKey().equals(on.getFirst()))
                .<Wish>map(one -> new At(one.getKey(), said(one.getValue())))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Instant> refused(Map<Flag, Decision> decisions) {
        return decisions.values().stream()
                .flatMap(
                        decision ->
                                switch (decision) {
                                    case Decision.Killed(var mark) -> Stream.of(mark.at());
                                    case Decision.ForcedOff(var force) ->
                                            Stream.of(force.mark().at());
                                    case Decision.Allowed _,
                                            Decision.ForcedOn _,
                                            Decision.SwitchedOff _,
                                            Decision.NotReached _ ->
                                            Stream.empty();
                                })
                .max(Comparator.naturalOrder());
    }

    private static Instant said(Decision on) {
        return switch (on) {
            case Decision.Allowed(var mark) -> mark.at();
            case Decision.ForcedOn(var force) -> force.mark().at();
            case Decision.Killed _,
                    Decision.ForcedOff _,
                    Decision.SwitchedOff _,
                    Decision.NotReached _ ->
                    throw new IllegalArgumentException("off is no wish");
        };
    }
}
