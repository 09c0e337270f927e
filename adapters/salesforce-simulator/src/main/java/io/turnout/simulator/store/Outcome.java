package io.turnout.simulator.store;

import io.turnout.simulator.schema.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one change.
public sealed interface Outcome {
    record Done(String id, boolean created) implements Outcome {}

    /// The id is known when the row existed before.
    record Failed(@Nullable String id, Refusal refusal) implements Outcome {}

    /// The external id named several rows; none was written.
    record Ambiguous(List<String> ids) implements Outcome {}
}
