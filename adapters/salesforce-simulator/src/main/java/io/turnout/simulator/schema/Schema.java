package io.turnout.simulator.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The objects of one org as they are now: what it was born with, changed by whatever drift its
/// administrator causes at the moment.
public final class Schema {
    /// One change an administrator made to one object.
    public record Drift(String object, UnaryOperator<ObjectType> change) {}

    private final Map<String, ObjectType> born = new LinkedHashMap<>();
    private final Supplier<List<Drift>> drifts;

    public Schema(List<ObjectType> types, Supplier<List<Drift>> drifts) {
        this.drifts = drifts;
        types.forEach(type -> born.put(type.name().toLowerCase(Locale.ROOT), type));
    }

    public Optional<ObjectType> find(String name) {
        return Optional.ofNullable(born.get(name.toLowerCase(Locale.ROOT))).map(this::drifted);
    }

    /// The object of this name; a caller that asks for another gets Salesforce's 404.
    public ObjectType type(String name) {
        return find(name).orElseThrow(Refusal::unknown);
    }

    /// The object whose rows have this key prefix.
    public Optional<ObjectType> ownerOf(String recordId) {
        return born.values().stream()
                .filter(type -> type.owns(recordId))
                .findFirst()
                .map(this::drifted);
    }

    public Collection<ObjectType> types() {
        List<ObjectType> all = new ArrayList<>();
        born.values().forEach(type -> all.add(drifted(type)));
        return all;
    }

    private ObjectType drifted(ObjectType type) {
        ObjectType now = type;
        for (Drift drift : drifts.get()) {
            if (drift.object().equalsIgnoreCase(type.name())) {
                now = drift.change().apply(now);
            }
        }
        return now;
    }
}
