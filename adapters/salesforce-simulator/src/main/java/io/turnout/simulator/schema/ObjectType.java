package io.turnout.simulator.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An object of the org with its fields in the order `describe` lists them. Names are found
/// whatever their case, as Salesforce finds them.
public final class ObjectType {
    private final Name name;
    private final int width;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Field> relationships = new LinkedHashMap<>();
    private final List<Field> keys = new ArrayList<>();

    /// What an object is called, by programs and by people, and what its ids begin with.
    record Name(String api, String label, String keyPrefix) {}

    ObjectType(Name name, Collection<Field> fields) {
        this.name = name;
        this.width = 1 + fields.stream().mapToInt(Field::index).max().orElse(Field.SYSTEM);
        for (Field field : fields) {
            this.fields.put(lower(field.name()), field);
            if (field.reference() != null) {
                relationships.put(lower(field.reference().relationship()), field);
            }
            if (field.is(Trait.UNIQUE) || field.is(Trait.EXTERNAL_ID)) {
                keys.add(field);
            }
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public String name() {
        return name.api();
    }

    public String label() {
        return name.label();
    }

    public String keyPrefix() {
        return name.keyPrefix();
    }

    public boolean isCustom() {
        return name().endsWith("__c");
    }

    /// Whether clients may make and change rows of it.
    public boolean isWritable() {
        return !keyPrefix().equals("005") && !keyPrefix().equals("00D");
    }

    /// How many values a row of this object holds.
    public int width() {
        return width;
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fields.get(lower(fieldName)));
    }

    /// The fields a client gets to see.
    public List<Field> shown() {
        return fields.values().stream().filter(field -> !field.is(Trait.HIDDEN)).toList();
    }

    public Optional<Field> shown(String fieldName) {
        return field(fieldName).filter(field -> !field.is(Trait.HIDDEN));
    }

    /// The reference behind `Event__r`.
    public Optional<Field> relationship(String relationshipName) {
        return Optional.ofNullable(relationships.get(lower(relationshipName)));
    }

    /// The fields rows can be found by: unique ones and external ids.
    public List<Field> keys() {
        return keys;
    }

    public boolean owns(String recordId) {
        return recordId.startsWith(keyPrefix());
    }

    /// This object after an administrator removed a field.
    public ObjectType without(String fieldName) {
        List<Field> rest = new ArrayList<>(fields.values());
        rest.removeIf(field -> field.name().equalsIgnoreCase(fieldName));
        return new ObjectType(name, rest);
    }

    /// This object after an administrator made something true of a field.
    public ObjectType with(String fieldName, Trait trait) {
        List<Field> all = new ArrayList<>();
        for (Field field : fields.values()) {
            boolean meant = field.name().equalsIgnoreCase(fieldName);
            all.add(meant ? field.with(trait) : field);
        }
        return new ObjectType(name, all);
    }

    /// This object after an administrator made a field required, adding it where there was none.
    public ObjectType requiring(String fieldName) {
        if (field(fieldName).isPresent()) {
            return with(fieldName, Trait.REQUIRED);
        }
        List<Field> all = new ArrayList<>(fields.values());
        EnumSet<Trait> required = EnumSet.of(Trait.REQUIRED);
        all.add(new Field(width, fieldName, FieldType.STRING, 255, required, null, null));
        return new ObjectType(name, all);
    }
}
