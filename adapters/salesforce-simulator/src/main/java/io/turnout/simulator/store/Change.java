package io.turnout.simulator.store;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import java.util.Optional;

/// One thing to do to one row.
public sealed interface Change {
    record Insert(ObjectType type, Draft draft) implements Change {}

    record Update(ObjectType type, String id, Draft draft) implements Change {}

    /// Writes the row whose `key` field has this value, making it where there is none unless
    /// `updateOnly`.
    record Upsert(ObjectType type, Key key, Draft draft, boolean updateOnly) implements Change {}

    record Delete(ObjectType type, String id) implements Change {}

    /// A row that could not even be read; it fails in its place so that the order holds.
    record Unreadable(Refusal refusal) implements Change {}

    /// The object it is about, unless it could not be read.
    default Optional<ObjectType> target() {
        return switch (this) {
            case Insert(var type, var _) -> Optional.of(type);
            case Update(var type, var _, var _) -> Optional.of(type);
            case Upsert(var type, var _, var _, var _) -> Optional.of(type);
            case Delete(var type, var _) -> Optional.of(type);
            case Unreadable _ -> Optional.empty();
        };
    }

    /// A value of a field rows can be found by.
    record Key(Field field, String value) {}
}
