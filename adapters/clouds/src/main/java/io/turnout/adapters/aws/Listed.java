package io.turnout.adapters.aws;

import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Release;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A release as it stands in a parameter: lines of a name, a tab, and what belongs to it.
///
/// @param versions of each variable; none while it is being written
record Listed(long version, Why why, Instant at, Map<String, Long> versions) {
    private static final String TAB = "\t";

    static Listed parse(long version, String text) {
        String[] lines = text.split("\n", -1);
        Map<String, Long> versions = new TreeMap<>();
        for (int line = 3; line < lines.length; line++) {
            String[] pair = lines[line].split(TAB, 2);
            versions.put(pair[0], Long.parseLong(pair[1]));
        }
        return new Listed(version, new Why(lines[1], lines[2]), Instant.parse(lines[0]), versions);
    }

    String text() {
        String head = String.join("\n", at.toString(), why.actor(), why.reason());
        return versions.isEmpty()
                ? head
                : head
                        + new TreeMap<>(versions)
                                .entrySet().stream()
                                        .map(one -> "\n" + one.getKey() + TAB + one.getValue())
                                        .collect(Collectors.joining());
    }

    Listed with(Map<String, Parameters.Value> variables) {
        Map<String, Long> all = new TreeMap<>();
        variables.forEach((name, value) -> all.put(name, value.version()));
        return new Listed(version, why, at, all);
    }

    boolean isComplete() {
        return !versions.isEmpty();
    }

    Release toRelease() {
        return new Release(version, why.actor(), why.reason(), at);
    }
}
