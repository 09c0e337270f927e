package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Drift;
import java.util.List;

/// What is, or was, at the rollout server and was not written there by us; the latest first.
public record FlagDriftView(List<Entry> drift) implements View {
    static FlagDriftView of(List<Drift> drift) {
        return new FlagDriftView(drift.stream().map(Entry::of).toList());
    }

    /// `off` names the orgs that were switched off, `*` for everybody.
    public record Entry(
            String flag,
            String what,
            String expected,
            String observed,
            String author,
            String at,
            String resolution,
            List<String> off) {
        private static Entry of(Drift drift) {
            return new Entry(
                    drift.flag().key(),
                    drift.what(),
                    drift.difference().expected(),
                    drift.difference().observed(),
                    drift.author(),
                    drift.at().toString(),
                    Spelling.of(drift.resolution()),
                    drift.off().map(Entry::names).orElse(List.of()));
        }

        private static List<String> names(Audience off) {
            return switch (off) {
                case Audience.Everybody() -> List.of("*");
                case Audience.Orgs(var orgs) -> orgs.stream().map(OrgId::value).sorted().toList();
            };
        }
    }
}
