package io.turnout.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The YAML of a scenario. An unknown key is an error that names it.
final class ScenarioFile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String END = ".yml";

    private ScenarioFile() {}

    private record Text(
            String why,
            @Nullable HouseText house,
            Map<String, Scenario.EventAt> events,
            List<PhaseText> phases,
            List<String> expect) {
        @JsonCreator
        Text(
                @JsonProperty(value = "why", required = true) String why,
                @JsonProperty("house") @Nullable HouseText house,
                @JsonProperty(value = "events", required = true)
                        Map<String, Scenario.EventAt> events,
                @JsonProperty(value = "phases", required = true) List<PhaseText> phases,
                @JsonProperty(value = "expect", required = true) List<String> expect) {
            this.why = why;
            this.house = house;
            this.events = events;
            this.phases = phases;
            this.expect = expect;
        }
    }

    private record HouseText(
            int instances,
            @Nullable List<String> stacks,
            @Nullable Map<String, Object> settings,
            @Nullable Map<String, String> hosts,
            @Nullable Map<String, Object> scaling) {
        static final HouseText ONE = new HouseText(1, null, null, null, null);

        Scenario.House toHouse() {
            return new Scenario.House(
                    instances,
                    Objects.requireNonNullElse(stacks, List.of("scenario")),
                    Objects.requireNonNullElse(settings, Map.of()),
                    Objects.requireNonNullElse(hosts, Map.of()),
                    Objects.requireNonNullElse(scaling, Map.of()));
        }
    }

    private record PhaseText(
            String name,
            String lasts,
            @Nullable List<TrafficText> traffic,
            @Nullable List<HappeningText> happenings,
            @Nullable String drains,
            boolean overlaps) {
        Scenario.Phase toPhase() {
            return new Scenario.Phase(
                    name,
                    time(lasts),
                    Objects.requireNonNullElse(traffic, List.<TrafficText>of()).stream()
                            .map(TrafficText::toTraffic)
                            .toList(),
                    Objects.requireNonNullElse(happenings, List.<HappeningText>of()).stream()
                            .map(HappeningText::toHappening)
                            .toList(),
                    time(Objects.requireNonNullElse(drains, "0s")),
                    overlaps);
        }
    }

    private record TrafficText(
            String what,
            @Nullable String event,
            @Nullable String called,
            double perSecond,
            int retries,
            boolean heeds,
            @Nullable String host,
            @Nullable String normal,
            @Nullable String patience) {
        Scenario.Traffic toTraffic() {
            return new Scenario.Traffic(
                    what,
                    Objects.requireNonNullElse(event, ""),
                    Objects.requireNonNullElse(called, what),
                    perSecond,
                    new Scenario.Manner(
                            retries,
                            heeds,
                            Objects.requireNonNullElse(host, ""),
                            time(Objects.requireNonNullElse(normal, "250ms")),
                            time(Objects.requireNonNullElse(patience, "30s"))));
        }
    }

    private record HappeningText(
            String after,
            String what,
            @Nullable String org,
            @Nullable Map<String, Object> order,
            int instance) {
        Scenario.Happening toHappening() {
            return new Scenario.Happening(
                    time(after),
                    what,
                    Objects.requireNonNullElse(org, ""),
                    Objects.requireNonNullElse(order, Map.of()),
                    instance);
        }
    }

    private static java.time.Duration time(String text) {
        return Duration.parse(text).toJavaDuration();
    }

    /// A scenario by its name in `folder`, or by the path of its file.
    static Scenario find(Path folder, String name) {
        Path file = name.endsWith(END) ? Path.of(name) : folder.resolve(name + END);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no scenario "
                            + name
                            + "; there are: "
                            + String.join(", ", names(folder)));
        }
        return read(file);
    }

    static Scenario read(Path file) {
        try {
            Text text = YAML.readValue(file.toFile(), Text.class);
            String name = String.valueOf(file.getFileName());
            return new Scenario(
                    name.substring(0, name.length() - END.length()),
                    text.why(),
                    Objects.requireNonNullElse(text.house(), HouseText.ONE).toHouse(),
                    text.events(),
                    text.phases().stream().map(PhaseText::toPhase).toList(),
                    text.expect().stream().map(Expectation::of).toList());
        } catch (IOException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            throw new IllegalArgumentException("no scenarios in " + folder, none);
        }
    }
}
