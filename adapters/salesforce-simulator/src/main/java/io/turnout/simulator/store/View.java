package io.turnout.simulator.store;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The rows as somebody sees them: what is committed, or that and one's own writes.
public interface View {
    Schema schema();

    Optional<Row> find(ObjectType type, String id);

    /// The living rows with this key.
    List<String> find(ObjectType type, Change.Key key);

    /// The rows that match, in the order of their making, deleted ones too.
    List<Row> select(ObjectType type, Predicate<Row> wanted);
}
