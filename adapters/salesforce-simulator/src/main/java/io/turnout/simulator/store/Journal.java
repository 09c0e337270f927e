package io.turnout.simulator.store;

import io.turnout.simulator.schema.Schema;
import java.util.List;
import java.util.function.BiConsumer;

/// What has been committed, kept beyond the life of the process, or not.
public interface Journal extends AutoCloseable {
    /// Keeps one commit. When this throws, the commit has not happened.
    void append(List<Transaction.Written> rows);

    /// Hands over everything kept, oldest first: the object's name and the row.
    void replay(Schema schema, BiConsumer<String, Row> sink);

    @Override
    void close();

    /// Keeps nothing: the org is gone with the process.
    static Journal none() {
        return new Journal() {
            @Override
            public void append(List<Transaction.Written> rows) {}

            @Override
            public void replay(Schema schema, BiConsumer<String, Row> sink) {}

            @Override
            public void close() {}
        };
    }
}
