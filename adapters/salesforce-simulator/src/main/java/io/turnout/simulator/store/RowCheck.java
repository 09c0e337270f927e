package io.turnout.simulator.store;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.FieldType;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Picklist;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Trait;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Everything that can be wrong with one row, in the words of the platform.
final class RowCheck {
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final double NUMBER_MAX = 1e18;

    private final Transaction transaction;

    RowCheck(Transaction transaction) {
        this.transaction = transaction;
    }

    /// The row this reference will point to once the draft is written; null when none or unknown.
    @Nullable String parent(Field field, Draft draft, @Nullable Row before) {
        Draft.ParentKey key = draft.parents().get(field);
        if (key != null) {
            List<String> ids = parentIds(field, key);
            return ids.size() == 1 ? ids.getFirst() : null;
        }
        if (draft.values().containsKey(field)) {
            Object value = draft.values().get(field);
            return value == null ? null : RecordId.parse(value.toString()).orElse(null);
        }
        return before == null ? null : before.text(field);
    }

    private ObjectType target(Field field) {
        String name = Objects.requireNonNull(field.reference()).target();
        return transaction.database().schema().type(name);
    }

    private List<String> parentIds(Field field, Draft.ParentKey key) {
        return transaction.see(target(field), new Change.Key(key.key(), key.value()));
    }

    /// Writes the draft into the row; refuses values that do not fit their fields.
    void fill(ObjectType type, Row row, Draft draft) {
        draft.parents().forEach((field, key) -> row.set(field, named(field, key)));
        for (Map.Entry<Field, @Nullable Object> entry : draft.values().entrySet()) {
            Object value = entry.getValue();
            row.set(entry.getKey(), value == null ? null : fitting(entry.getKey(), value));
        }
    }

    private String named(Field field, Draft.ParentKey key) {
        List<String> ids = parentIds(field, key);
        String which = key.value() + " for field " + key.key().name();
        return switch (ids.size()) {
            case 1 -> ids.getFirst();
            case 0 ->
                    throw Refusal.row(
                            "INVALID_FIELD",
                            "Foreign key external ID: %s not found for field %s in entity %s"
                                    .formatted(
                                            key.value(), key.key().name(), target(field).name()));
            default ->
                    throw Refusal.row(
                            "DUPLICATE_EXTERNAL_ID", "More than one record found: " + which);
        };
    }

    private Object fitting(Field field, Object value) {
        String name = field.name();
        if (field.type() == FieldType.REFERENCE) {
            return existing(field, value.toString());
        }
        if (value instanceof Double number && Math.abs(number) >= NUMBER_MAX) {
            throw Refusal.row(
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    field.label() + ": value outside of valid range on numeric field: " + number,
                    name);
        }
        if (value instanceof String text && field.length() > 0 && text.length() > field.length()) {
            throw Refusal.row(
                    "STRING_TOO_LONG",
                    "%s: data value too large: %s (max length=%d)"
                            .formatted(field.label(), text, field.length()),
                    name);
        }
        if (field.picklist() != null) {
            return listed(field, field.picklist(), value.toString());
        }
        if (field.type() == FieldType.EMAIL && !EMAIL.matcher(value.toString()).matches()) {
            throw Refusal.row(
                    "INVALID_EMAIL_ADDRESS",
                    field.label() + ": invalid email address: " + value,
                    name);
        }
        return value;
    }

    private static String listed(Field field, Picklist picklist, String value) {
        Optional<String> known = picklist.find(value);
        if (known.isEmpty() && picklist.restricted()) {
            throw Refusal.row(
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field.label() + ": bad value for restricted picklist field: " + value,
                    field.name());
        }
        return known.orElse(value);
    }

    private String existing(Field field, String text) {
        ObjectType target = target(field);
        String id =
                RecordId.parse(text)
                        .filter(target::owns)
                        .orElseThrow(
                                () ->
                                        Refusal.row(
                                                "MALFORMED_ID",
                                                field.label()
                                                        + ": id value of incorrect type: "
                                                        + text,
                                                field.name()));
        Row row =
                transaction
                        .see(target, id)
                        .orElseThrow(
                                () ->
                                        Refusal.row(
                                                "INVALID_CROSS_REFERENCE_KEY",
                                                "invalid cross reference id",
                                                field.name()));
        if (row.deleted()) {
            throw Refusal.row("ENTITY_IS_DELETED", "entity is deleted", field.name());
        }
        // The parent's own text, so that a hundred thousand children share one string.
        return row.id();
    }

    void insert(ObjectType type, Row row, Draft draft) {
        required(type, type.fields().stream().filter(f -> row.value(f) == null).toList());
        rest(type, row, draft, true);
    }

    void update(ObjectType type, Row before, Row row, Draft draft) {
        for (Field field : type.fields()) {
            if (field.is(Trait.FIXED) && !Objects.equals(before.text(field), row.text(field))) {
                throw Refusal.unwritable(field.name());
            }
        }
        required(type, draft.values().keySet().stream().filter(f -> row.value(f) == null).toList());
        rest(type, row, draft, false);
    }

    private static void required(ObjectType type, List<Field> empty) {
        String[] names =
                empty.stream()
                        .filter(f -> type.field(f.name()).orElse(f).is(Trait.REQUIRED))
                        .map(Field::name)
                        .toArray(String[]::new);
        if (names.length > 0) {
            throw Refusal.row(
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: [" + String.join(", ", names) + "]",
                    names);
        }
    }

    private void rest(ObjectType type, Row row, Draft draft, boolean inserting) {
        Policy policy = transaction.database().policy();
        policy.check(type, row, inserting);
        for (Field field : draft.values().keySet()) {
            String value = row.text(field);
            if (field.is(Trait.UNIQUE) && value != null) {
                unique(type, row, new Change.Key(field, value));
            }
        }
        if (!transaction.writer().allowDuplicates()) {
            policy.duplicateRules(type).forEach(rule -> alike(type, row, rule));
        }
    }

    private void unique(ObjectType type, Row row, Change.Key key) {
        for (String id : transaction.see(type, key)) {
            if (!id.equals(row.id())) {
                throw Refusal.row(
                        "DUPLICATE_VALUE",
                        "duplicate value found: %s duplicates value on record with id: %s"
                                .formatted(key.field().name(), id),
                        key.field().name());
            }
        }
    }

    private void alike(ObjectType type, Row row, List<String> rule) {
        List<Field> fields = rule.stream().flatMap(name -> type.field(name).stream()).toList();
        boolean alone =
                transaction
                        .database()
                        .select(
                                type,
                                other ->
                                        !other.deleted()
                                                && !other.id().equals(row.id())
                                                && fields.stream()
                                                        .allMatch(f -> same(f, other, row)))
                        .isEmpty();
        if (!alone) {
            throw Refusal.row("DUPLICATES_DETECTED", "Use one of these records?");
        }
    }

    private static boolean same(Field field, Row one, Row other) {
        String value = one.text(field);
        return value != null && value.equalsIgnoreCase(other.text(field));
    }
}
