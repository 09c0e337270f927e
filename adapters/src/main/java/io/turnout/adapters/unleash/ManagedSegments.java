package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The segments of one flag at an Unleash server, by their names.
final class ManagedSegments {
    private static final String ALL = "/api/admin/segments";

    private final UnleashHttp http;
    private final Map<String, Kept> kept = new TreeMap<>();

    private ManagedSegments(UnleashHttp http) {
        this.http = http;
    }

    private record Kept(int id, Optional<LiveConstraint> constraint) {}

    /// As they are there now.
    static ManagedSegments read(UnleashHttp http, String base) {
        ManagedSegments segments = new ManagedSegments(http);
        for (JsonNode one : http.read(ALL).path("segments")) {
            String name = one.path("name").asText();
            if (Layout.isOurs(base, name)) {
                var _ =
                        segments.kept.put(
                                name,
                                new Kept(
                                        one.path("id").asInt(),
                                        LiveConstraint.read(one.path("constraints"))));
            }
        }
        return segments;
    }

    /// Who is named in each.
    Map<String, Set<String>> values() {
        return kept.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                one ->
                                        one.getValue()
                                                .constraint()
                                                .<Set<String>>map(LiveConstraint::values)
                                                .orElse(Set.of())));
    }

    boolean areAs(Layout layout) {
        return layout.segments().stream().allMatch(this::isAs);
    }

    private boolean isAs(Layout.Segment segment) {
        Kept one = kept.get(segment.name());
        return one != null && one.constraint().filter(segment.constraint()::equals).isPresent();
    }

    /// One after another; what is as it should be is left alone.
    void write(Layout layout) {
        for (Layout.Segment segment : layout.segments()) {
            if (!isAs(segment)) {
                write(segment);
            }
        }
    }

    private void write(Layout.Segment segment) {
        ObjectNode body =
                Definitions.JSON
                        .createObjectNode()
                        .put("name", segment.name())
                        .put("description", "managed by Turnout: changes here are taken back");
        body.putArray("constraints").add(segment.constraint().toJson());
        Kept one = kept.get(segment.name());
        int id;
        if (one == null) {
            id = http.created(ALL, body).path("id").asInt();
        } else {
            id = one.id();
            var _ = http.write("PUT", ALL + "/" + id, body);
        }
        var _ = kept.put(segment.name(), new Kept(id, Optional.of(segment.constraint())));
    }

    /// The numbers by which strategies know them.
    Set<Integer> ids(Set<String> names) {
        return kept.entrySet().stream()
                .filter(one -> names.contains(one.getKey()))
                .map(one -> one.getValue().id())
                .collect(Collectors.toSet());
    }

    /// Those that no strategy of ours asks any more; one that somebody else's asks stays.
    void deleteOthers(Layout layout) {
        Set<String> needed =
                layout.segments().stream().map(Layout.Segment::name).collect(Collectors.toSet());
        for (Map.Entry<String, Kept> one : kept.entrySet()) {
            if (!needed.contains(one.getKey())) {
                var _ = http.tryWrite("DELETE", ALL + "/" + one.getValue().id(), null);
            }
        }
    }
}
