package io.turnout.simulator.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Writes an object down field by field; the platform's own fields are there from the start.
final class ObjectBuilder {
    private final String name;
    private final String keyPrefix;
    private String label;
    private final List<Field> fields = new ArrayList<>();
    private int next;

    ObjectBuilder(String name, String keyPrefix) {
        this.name = name;
        this.keyPrefix = keyPrefix;
        this.label = name.replaceAll("__c$", "").replace('_', ' ');
        system("Id", FieldType.ID, 18);
        system("IsDeleted", FieldType.BOOLEAN, 0);
        system("CreatedDate", FieldType.DATETIME, 0);
        system("CreatedById", FieldType.REFERENCE, 18);
        system("LastModifiedDate", FieldType.DATETIME, 0);
        system("LastModifiedById", FieldType.REFERENCE, 18);
        system("SystemModstamp", FieldType.DATETIME, 0);
    }

    private void system(String field, FieldType type, int length) {
        Set<Trait> readOnly = EnumSet.of(Trait.READ_ONLY);
        Field.Reference user =
                type == FieldType.REFERENCE
                        ? new Field.Reference("User", field.replaceAll("Id$", ""), "")
                        : null;
        fields.add(new Field(Field.SYSTEM, field, type, length, readOnly, user, null));
    }

    boolean has(String field) {
        return fields.stream().anyMatch(known -> known.name().equalsIgnoreCase(field));
    }

    ObjectBuilder label(String text) {
        label = text;
        return this;
    }

    ObjectBuilder text(String field, int length, Trait... traits) {
        return add(field, FieldType.STRING, length, traits);
    }

    ObjectBuilder field(String field, FieldType type, Trait... traits) {
        return add(field, type, length(type), traits);
    }

    /// How much fits into a field when nothing else is said.
    static int length(FieldType type) {
        return switch (type) {
            case EMAIL -> 80;
            case PHONE -> 40;
            case STRING, PICKLIST, URL -> 255;
            case TEXTAREA -> 32_768;
            default -> 0;
        };
    }

    /// Our key in their object: unique, an external id, 36 characters, case does not count.
    ObjectBuilder externalId() {
        return text("External_Id__c", 36, Trait.UNIQUE, Trait.EXTERNAL_ID);
    }

    ObjectBuilder reference(String field, String target, String children, Trait... traits) {
        return reference(field, new Field.Reference(target, way(field), children), setOf(traits));
    }

    /// `Event__r` of `Event__c`, `Account` of `AccountId`.
    static String way(String field) {
        return field.endsWith("__c")
                ? field.substring(0, field.length() - 1) + "r"
                : field.replaceAll("Id$", "");
    }

    ObjectBuilder reference(String field, Field.Reference reference, Set<Trait> traits) {
        fields.add(new Field(next++, field, FieldType.REFERENCE, 18, traits, reference, null));
        return this;
    }

    ObjectBuilder picklist(String field, Picklist picklist, Set<Trait> traits) {
        fields.add(new Field(next++, field, FieldType.PICKLIST, 255, traits, null, picklist));
        return this;
    }

    ObjectBuilder add(String field, FieldType type, int length, Trait... traits) {
        fields.add(new Field(next++, field, type, length, setOf(traits), null, null));
        return this;
    }

    private static Set<Trait> setOf(Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(List.of(traits));
        return set;
    }

    ObjectType build() {
        return new ObjectType(new ObjectType.Name(name, label, keyPrefix), fields);
    }
}
