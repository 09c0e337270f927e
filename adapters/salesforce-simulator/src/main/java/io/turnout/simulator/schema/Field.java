package io.turnout.simulator.schema;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One field of an object. `index` is its place in a row's values, or `SYSTEM` for those the
/// platform keeps itself.
public record Field(
        int index,
        String name,
        FieldType type,
        int length,
        Set<Trait> traits,
        @Nullable Reference reference,
        @Nullable Picklist picklist) {
    public static final int SYSTEM = -1;

    /// Where a reference points: the other object, and the names of the way there and back.
    public record Reference(String target, String relationship, String children) {
        /// Whether it is the way back from this parent's children of that name.
        boolean returns(ObjectType parent, String name) {
            return target.equalsIgnoreCase(parent.name()) && children.equalsIgnoreCase(name);
        }
    }

    public Field {
        traits = Set.copyOf(traits);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    public Field with(Trait trait) {
        EnumSet<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Field(index, name, type, length, more, reference, picklist);
    }

    /// What an administrator sees, and what error messages speak of.
    public String label() {
        return name.replaceAll("__c$", "").replace('_', ' ');
    }

    public boolean isCustom() {
        return name.endsWith("__c");
    }

    /// A key as a row keeps it; empty when it is no value of this field.
    public Optional<Object> typed(String value) {
        return type.isNumber() ? number(value).map(Object.class::cast) : Optional.of(value);
    }

    private static Optional<Double> number(String value) {
        try {
            return Optional.of(Double.valueOf(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Whether `a` and `A` are two values: ids are told apart by case, most texts are not.
    public boolean isExact() {
        return type == FieldType.ID || type == FieldType.REFERENCE || is(Trait.CASE_SENSITIVE);
    }

    /// Two values with the same key are the same value to a unique or external-id field, as `7`
    /// and `7.0` are one number.
    public String key(String value) {
        if (type.isNumber()) {
            return number(value).map(String::valueOf).orElse(value);
        }
        return is(Trait.CASE_SENSITIVE) ? value : value.toLowerCase(Locale.ROOT);
    }
}
