package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Label;
import io.turnout.domain.rollout.Selection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which orgs are meant: those of a list, or those of whom a rule is true. What a rule leaves out
/// it does not ask for.
public record SelectionForm(
        @SalesforceId @Size(min = 1, max = Selection.ORGS_MAX, message = "are 1 to 1000 orgs")
                @Nullable List<String> orgs,
        @Pattern(
                        regexp = "own-tests|opted-in|anybody",
                        message = "is own-tests, opted-in or anybody")
                @Nullable String whom,
        @Size(max = 50, message = "are at most 50")
                @Nullable
                        List<
                                @NotNull(message = "is missing")
                                @Pattern(regexp = LABEL, message = LABEL_IS) String>
                        regions,
        @Size(max = 50, message = "are at most 50")
                @Nullable
                        List<
                                @NotNull(message = "is missing")
                                @Size(max = 60, message = "is too long") String>
                        zones,
        @Size(max = 50, message = "are at most 50")
                @Nullable
                        List<
                                @NotNull(message = "is missing")
                                @Pattern(regexp = LABEL, message = LABEL_IS) String>
                        tiers,
        @Size(max = 50, message = "are at most 50")
                @Nullable
                        List<
                                @NotNull(message = "is missing")
                                @Pattern(regexp = LABEL, message = LABEL_IS) String>
                        tags) {
    static final String LABEL = "[a-z0-9][a-z0-9-]{0,39}";
    static final String LABEL_IS = "is 1 to 40 of a-z, 0-9 and -";

    /// @throws IllegalArgumentException when it is neither a list nor a rule, or both
    /// @throws DateTimeException when it names a zone that is none
    Selection toSelection() {
        boolean rules = Stream.of(regions, zones, tiers, tags).anyMatch(Objects::nonNull);
        if ((orgs == null) == (whom == null) || (orgs != null && rules)) {
            throw new IllegalArgumentException("a list or a rule");
        }
        if (orgs != null) {
            return new Selection.Listed(set(orgs, OrgId::new));
        }
        return new Selection.ByRule(
                whom(whom),
                set(regions, Label::new),
                set(zones, ZoneId::of),
                set(tiers, Label::new),
                set(tags, Label::new));
    }

    private static Selection.Whom whom(@Nullable String word) {
        return word == null
                ? Selection.Whom.ANYBODY
                : Selection.Whom.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <T> Set<T> set(@Nullable List<String> words, Function<String, T> value) {
        return words == null ? Set.of() : words.stream().map(value).collect(Collectors.toSet());
    }

    static SelectionForm of(Selection selection) {
        return switch (selection) {
            case Selection.Listed(var orgs) ->
                    new SelectionForm(words(orgs), null, null, null, null, null);
            case Selection.ByRule rule ->
                    new SelectionForm(
                            null,
                            Spelling.of(rule.whom()),
                            words(rule.regions()),
                            words(rule.zones()),
                            words(rule.tiers()),
                            words(rule.tags()));
        };
    }

    private static List<String> words(Set<?> values) {
        return values.stream().map(Object::toString).sorted(Comparator.naturalOrder()).toList();
    }
}
