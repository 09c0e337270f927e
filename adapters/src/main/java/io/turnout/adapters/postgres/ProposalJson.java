package io.turnout.adapters.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.domain.setting.Fare;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.TrialReport;
import io.turnout.domain.setting.Variables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parts of a proposal that stand in one column each.
final class ProposalJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProposalJson() {}

    record Line(String name, @Nullable String before, @Nullable String after) {}

    /// What was measured before a change and in its trial.
    record Seen(@Nullable TrialReport now, @Nullable TrialReport trial, @Nullable Fare before) {}

    static String write(List<Variables.Change> changes) {
        return text(
                changes.stream()
                        .map(
                                one ->
                                        new Line(
                                                one.name(),
                                                one.before().orElse(null),
                                                one.after().orElse(null)))
                        .toList());
    }

    static String write(Proposal.Progress at) {
        return text(
                new Seen(at.now().orElse(null), at.trial().orElse(null), at.before().orElse(null)));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot be written", broken);
        }
    }

    static List<Variables.Change> changes(String text) {
        return List.of(read(text, Line[].class)).stream()
                .map(
                        one ->
                                new Variables.Change(
                                        one.name(),
                                        Optional.ofNullable(one.before()),
                                        Optional.ofNullable(one.after())))
                .toList();
    }

    static Seen seen(String text) {
        return read(text, Seen.class);
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column of a proposal holds none", broken);
        }
    }
}
