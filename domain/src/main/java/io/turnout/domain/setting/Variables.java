package io.turnout.domain.setting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All variables as they stood at one version.
public record Variables(long version, Map<String, String> values) {
    public Variables {
        values = Map.copyOf(values);
    }

    /// One variable before and after.
    public record Change(String name, Optional<String> before, Optional<String> after) {
        /// Values may be secrets.
        @Override
        public String toString() {
            return "Change[" + name + "]";
        }
    }

    /// What these edits would change, by name; what is as they want it is no change.
    public List<Change> changes(Edits edits) {
        return new TreeMap<>(edits.values())
                .entrySet().stream()
                        .map(edit -> change(edit.getKey(), edit.getValue()))
                        .filter(change -> !change.before().equals(change.after()))
                        .toList();
    }

    private Change change(String name, Optional<String> after) {
        return new Change(name, Optional.ofNullable(values.get(name)), after);
    }

    public Map<String, String> after(Edits edits) {
        Map<String, String> after = new HashMap<>(values);
        edits.values()
                .forEach(
                        (name, value) ->
                                value.ifPresentOrElse(
                                        text -> after.put(name, text), () -> after.remove(name)));
        return after;
    }

    /// What makes these variables those of `earlier`; nothing when they are.
    public Optional<Edits> backTo(Variables earlier) {
        Set<String> names =
                Stream.concat(values.keySet().stream(), earlier.values().keySet().stream())
                        .filter(name -> !same(name, earlier))
                        .collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Edits(
                                names.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        name -> name,
                                                        name ->
                                                                Optional.ofNullable(
                                                                        earlier.values()
                                                                                .get(name))))));
    }

    private boolean same(String name, Variables other) {
        return Optional.ofNullable(values.get(name))
                .equals(Optional.ofNullable(other.values.get(name)));
    }

    /// Values may be secrets.
    @Override
    public String toString() {
        return "Variables[" + version + ", " + new TreeSet<>(values.keySet()) + "]";
    }
}
