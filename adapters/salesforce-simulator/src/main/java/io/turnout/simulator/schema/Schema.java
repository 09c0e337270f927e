package io.turnout.simulator.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    private volatile Map<String, ObjectType> born = Map.of();
    private final Supplier<List<Drift>> drifts;

    public Schema(List<ObjectType> types, Supplier<List<Drift>> drifts) {
        this.drifts = drifts;
        add(types);
    }

    /// Adds objects, all of them or none.
    public synchronized void add(List<ObjectType> types) {
        born = with(types);
    }

    /// The objects there will be with these; one whose name or key prefix is taken, or whose
    /// reference leads nowhere, is refused.
    public Map<String, ObjectType> with(List<ObjectType> types) {
        Map<String, ObjectType> all = new LinkedHashMap<>(born);
        for (ObjectType type : types) {
            boolean taken =
                    all.values().stream()
                            .anyMatch(other -> other.keyPrefix().equals(type.keyPrefix()));
            if (taken || all.put(type.name().toLowerCase(Locale.ROOT), type) != null) {
                throw new IllegalArgumentException(
                        "name or key prefix is taken: " + type.name() + ", " + type.keyPrefix());
            }
        }
        types.forEach(type -> type.fields().forEach(field -> leads(all, field)));
        return Collections.unmodifiableMap(all);
    }

    private static void leads(Map<String, ObjectType> all, Field field) {
        Field.Reference reference = field.reference();
        if (reference != null && !all.containsKey(reference.target().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    field.name() + " refers to no object: " + reference.target());
        }
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

    /// An object, and the field by which its rows refer to their parents.
    public record Children(ObjectType type, Field way) {}

    /// The children a parent calls by this name: `Event_Items__r`.
    public Optional<Children> children(ObjectType parent, String name) {
        for (ObjectType type : types()) {
            for (Field field : type.fields()) {
                if (field.reference() != null && field.reference().returns(parent, name)) {
                    return Optional.of(new Children(type, field));
                }
            }
        }
        return Optional.empty();
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
