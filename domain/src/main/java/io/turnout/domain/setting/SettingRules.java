package io.turnout.domain.setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// What has to be true of settings before anybody looks at them: of each alone, and together.
public final class SettingRules {
    private static final List<Pair> PAIRS =
            List.of(
                    whole(SettingKeys.POOL_MIN, SettingKeys.POOL_SIZE),
                    whole(SettingKeys.PACE_MIN, SettingKeys.PACE_MAX),
                    whole(SettingKeys.INSTANCES_MIN, SettingKeys.INSTANCES_MAX),
                    whole(SettingKeys.CONNECT_SECONDS, SettingKeys.SOCKET_SECONDS),
                    new Pair(
                            SettingKeys.PATIENCE,
                            SettingKeys.LIMIT,
                            (less, more) -> span(less).compareTo(span(more)) <= 0),
                    new Pair(
                            SettingKeys.STATEMENT_TIMEOUT,
                            SettingKeys.SOCKET_SECONDS,
                            (less, more) ->
                                    span(less).toMillis() < SettingKind.Whole.of(more) * 1000));

    private SettingRules() {}

    /// `less` is to be no more than `more`.
    private record Pair(String less, String more, BiPredicate<String, String> holds) {
        Optional<Flaw> flaw(Map<String, String> values) {
            return holds.test(values.getOrDefault(less, ""), values.getOrDefault(more, ""))
                    ? Optional.empty()
                    : Optional.of(new Flaw(less, "is no more than " + more));
        }
    }

    private static Pair whole(String less, String more) {
        return new Pair(
                less,
                more,
                (one, other) -> SettingKind.Whole.of(one) <= SettingKind.Whole.of(other));
    }

    private static Duration span(String value) {
        return SettingKind.Span.of(value);
    }

    /// What is wrong with `edits` to these variables; nothing where they may be tried.
    public static List<Flaw> flaws(Variables now, Edits edits) {
        List<Flaw> flaws = new ArrayList<>();
        new TreeMap<>(edits.values())
                .forEach((name, value) -> flaw(name, value).ifPresent(flaws::add));
        if (flaws.isEmpty() && now.changes(edits).isEmpty()) {
            edits.values().keySet().forEach(name -> flaws.add(new Flaw(name, "is so already")));
        }
        return flaws.isEmpty() ? together(now.after(edits)) : flaws;
    }

    private static Optional<Flaw> flaw(String name, Optional<String> value) {
        Optional<SettingKey> key = SettingKeys.find(name);
        if (key.isEmpty()) {
            return Optional.of(new Flaw(name, "is no setting that may be changed here"));
        }
        if (value.isEmpty() && key.get().usual().isEmpty()) {
            return Optional.of(new Flaw(name, "has to have a value"));
        }
        return value.flatMap(key.get().kind()::flaw).map(why -> new Flaw(name, why));
    }

    /// What somebody else's hand made wrong before is wrong now, and said.
    private static List<Flaw> together(Map<String, String> said) {
        Map<String, String> values = SettingKeys.effective(said);
        List<Flaw> flaws = new ArrayList<>();
        for (SettingKey key : SettingKeys.ALL) {
            String value = values.getOrDefault(key.name(), "");
            if (!key.isSecret() && !value.isEmpty() && key.kind().flaw(value).isPresent()) {
                flaws.add(new Flaw(key.name(), "is already wrong where it is kept"));
            }
        }
        return flaws.isEmpty()
                ? PAIRS.stream().flatMap(pair -> pair.flaw(values).stream()).toList()
                : flaws;
    }
}
