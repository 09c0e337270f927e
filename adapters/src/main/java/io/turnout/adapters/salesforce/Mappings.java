package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Every mapping by its name: those that ship and those of the settings. All of them are read when
/// the house is built, so that a wrong one is told then and not when its org sends.
public final class Mappings {
    /// What an org has that names no other.
    public static final String DEFAULT = "default";

    private static final List<String> SHIPPED = List.of(DEFAULT, "conference360");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final String LIKE = "like";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, SalesforceMapping> byName;

    private Mappings(Map<String, SalesforceMapping> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// Those that ship and nothing else.
    public static Mappings shipped() {
        return with(Map.of());
    }

    /// Those that ship, and others: each whole, or `like` one that ships with what is different.
    ///
    /// @throws IllegalArgumentException with the name and the key of what is wrong
    public static Mappings with(Map<String, JsonNode> others) {
        Map<String, SalesforceMapping> all = new TreeMap<>();
        SHIPPED.forEach(name -> all.put(name, MappingReader.read(name, shipped(name))));
        others.forEach(
                (name, json) -> {
                    if (SHIPPED.contains(name) || !NAME.matcher(name).matches()) {
                        throw new IllegalArgumentException(
                                "a mapping cannot be called "
                                        + (SHIPPED.contains(name) ? name : "so: " + name));
                    }
                    all.put(name, MappingReader.read(name, whole(name, json)));
                });
        return new Mappings(all);
    }

    static SalesforceMapping shippedMapping(String name) {
        return MappingReader.read(name, shipped(name));
    }

    public Optional<SalesforceMapping> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return new TreeMap<>(byName).keySet();
    }

    private static JsonNode whole(String name, JsonNode json) {
        if (!json.isObject() || !json.has(LIKE)) {
            return json;
        }
        String like = json.get(LIKE).asText();
        if (!SHIPPED.contains(like)) {
            throw new IllegalArgumentException(
                    "mapping %s.like is one of %s".formatted(name, SHIPPED));
        }
        ObjectNode changes = json.deepCopy();
        changes.remove(LIKE);
        ObjectNode base = (ObjectNode) shipped(like);
        merge(base, changes);
        return base;
    }

    private static void merge(ObjectNode base, ObjectNode changes) {
        changes.properties()
                .forEach(
                        change -> {
                            if (base.get(change.getKey()) instanceof ObjectNode inner
                                    && change.getValue() instanceof ObjectNode more) {
                                merge(inner, more);
                            } else {
                                base.set(change.getKey(), change.getValue());
                            }
                        });
    }

    private static JsonNode shipped(String name) {
        try (InputStream file = Mappings.class.getResourceAsStream("mappings/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("no mapping " + name + " ships");
            }
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
