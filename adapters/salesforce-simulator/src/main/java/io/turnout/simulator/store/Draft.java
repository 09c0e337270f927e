package io.turnout.simulator.store;

import io.turnout.simulator.schema.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a caller wants a row to say: plain values (null empties a field), and parents that are
/// named by an external id and looked up when the row is written.
public final class Draft {
    /// A parent named by one of its keys: `"Event__r": {"External_Id__c": "evt-9"}`.
    public record ParentKey(Field key, String value) {}

    private final Map<Field, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<Field, ParentKey> parents = new LinkedHashMap<>();

    private @Nullable String id;

    /// Gives the new row a chosen id, which only seeds may.
    public void chooseId(String chosen) {
        id = chosen;
    }

    Optional<String> chosenId() {
        return Optional.ofNullable(id);
    }

    public void set(Field field, @Nullable Object value) {
        values.put(field, value);
    }

    public void setParent(Field field, ParentKey parent) {
        parents.put(field, parent);
    }

    public Map<Field, @Nullable Object> values() {
        return values;
    }

    public Map<Field, ParentKey> parents() {
        return parents;
    }
}
