package io.turnout.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The events of a scenario as they are found at its place, by their names.
final class Fairs {
    private static final int PAGES_MAX = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Wire wire;
    private final Place place;
    private final Map<String, Fair> byName = new HashMap<>();
    private final AtomicLong turn = new AtomicLong();

    /// @param id the event's id, `item` the first of its items, `taken` how many seats were taken
    ///     when the scenario began
    record Fair(Scenario.EventAt at, String id, String item, int taken) {}

    private Fairs(Wire wire, Place place) {
        this.wire = wire;
        this.place = place;
    }

    /// Waits until all of them are on show.
    static Fairs find(Wire wire, Place place, Map<String, Scenario.EventAt> wanted) {
        Fairs fairs = new Fairs(wire, place);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Map.Entry<String, Scenario.EventAt> one : wanted.entrySet()) {
            Optional<Fair> found = fairs.find(one.getValue());
            while (found.isEmpty() && System.nanoTime() < end) {
                Pause.of(PAUSE);
                found = fairs.find(one.getValue());
            }
            fairs.byName.put(one.getKey(), found.orElseThrow(() -> fairs.missing(one.getValue())));
        }
        return fairs;
    }

    private IllegalArgumentException missing(Scenario.EventAt wanted) {
        List<String> names = new ArrayList<>();
        shown(wanted.org()).forEach(event -> names.add(event.path("name").asText()));
        return new IllegalArgumentException(
                "org %s shows no event named '%s'; it shows: %s"
                        .formatted(wanted.org(), wanted.name(), names));
    }

    private Optional<Fair> find(Scenario.EventAt wanted) {
        return shown(wanted.org()).stream()
                .filter(event -> event.path("name").asText().equals(wanted.name()))
                .findFirst()
                .map(event -> event.path("id").asText())
                .map(id -> read(wanted.org(), id))
                .map(
                        event ->
                                new Fair(
                                        wanted,
                                        event.path("id").asText(),
                                        event.at("/items/0/id").asText(),
                                        event.at("/capacity/taken").asInt()));
    }

    private List<JsonNode> shown(String org) {
        List<JsonNode> events = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            String query = cursor.isEmpty() ? "" : "?cursor=" + cursor;
            JsonNode answer =
                    wire.get(door().resolve("/v1/orgs/" + org + "/events" + query)).json();
            answer.path("events").forEach(events::add);
            cursor = answer.path("next").asText("");
            if (cursor.isEmpty() || cursor.equals("null")) {
                break;
            }
        }
        return events;
    }

    JsonNode read(String org, String id) {
        return wire.get(door().resolve("/v1/orgs/" + org + "/events/" + id)).json();
    }

    /// The next instance in turn.
    URI door() {
        List<URI> doors = place.doors();
        return doors.get((int) (turn.getAndIncrement() % doors.size()));
    }

    Fair named(String name) {
        return java.util.Objects.requireNonNull(byName.get(name));
    }

    /// Whose events they are, each org once.
    List<String> orgs() {
        return byName.values().stream().map(fair -> fair.at().org()).distinct().sorted().toList();
    }

    List<Fair> all() {
        return List.copyOf(byName.values());
    }
}
