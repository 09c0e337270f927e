package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.flags.ListFlags;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagState;
import io.turnout.domain.rollout.Forced;
import io.turnout.domain.rollout.Mark;
import io.turnout.domain.rollout.Marked;
import io.turnout.domain.rollout.Overlay;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every flag, and everything that was said about it.
public record FlagsView(long revision, List<FlagView> flags) implements View {
    public static FlagsView of(ListFlags.Known known, Overlay overlay) {
        return new FlagsView(
                overlay.revision(),
                known.flags().stream().map(flag -> FlagView.of(flag, overlay.of(flag))).toList());
    }

    /// `org` is `*` where something was said of everybody.
    public record FlagView(
            String flag,
            String purpose,
            String owner,
            String removal,
            String initially,
            List<SaidView> allowed,
            List<SaidView> killed,
            List<SaidView> forced) {
        static FlagView of(Flag flag, FlagState state) {
            return new FlagView(
                    flag.key(),
                    flag.purpose(),
                    flag.owner(),
                    flag.removal().toString(),
                    Spelling.of(flag.initially()),
                    said(state.allowed()),
                    said(state.killed()),
                    state.forced().entrySet().stream()
                            .map(one -> SaidView.of(one.getKey().value(), one.getValue()))
                            .sorted(SaidView.BY_ORG)
                            .toList());
        }

        private static List<SaidView> said(Marked marked) {
            Stream<SaidView> everybody =
                    marked.everybody().map(mark -> SaidView.of("*", mark)).stream();
            Stream<SaidView> orgs =
                    marked.orgs().entrySet().stream()
                            .map(one -> SaidView.of(one.getKey().value(), one.getValue()));
            return Stream.concat(everybody, orgs).sorted(SaidView.BY_ORG).toList();
        }
    }

    /// Of whom it was said, by whom, why and when; `to` and `until` only of a force.
    public record SaidView(
            String org,
            String by,
            String reason,
            String at,
            @Nullable String to,
            @Nullable String until) {
        static final Comparator<SaidView> BY_ORG = Comparator.comparing(SaidView::org);

        static SaidView of(String org, Mark mark) {
            return new SaidView(org, mark.actor(), mark.reason(), mark.at().toString(), null, null);
        }

        static SaidView of(String org, Forced force) {
            Mark mark = force.mark();
            return new SaidView(
                    org,
                    mark.actor(),
                    mark.reason(),
                    mark.at().toString(),
                    Spelling.of(force.to()),
                    force.until().map(Object::toString).orElse(null));
        }
    }
}
