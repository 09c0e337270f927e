package io.turnout.simulator.store;

import io.turnout.simulator.schema.ObjectType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What an org's administrators and its machines add to every write.
public interface Policy {
    /// Throws a row's refusal when a validation rule, a full disk or the like forbids it.
    void check(ObjectType type, Row row, boolean inserting);

    /// The fields whose values together must not occur twice; empty when no such rule stands.
    List<List<String>> duplicateRules(ObjectType type);

    /// Told of every commit once it is true and its locks are free; must not keep the caller.
    void committed(Writer writer, List<Committed> rows);

    /// How long the work on this many rows takes, some of them `written` by object; its locks are
    /// held meanwhile.
    Duration pace(int rows, Map<String, Integer> written);

    /// How long a transaction waits for a row another one holds.
    Duration lockWait();
}
