package io.turnout.simulator.store;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a transaction sees of itself before it commits; its rows carry the moment of looking.
final class OwnView implements View {
    private final Transaction transaction;
    private final long now;

    OwnView(Transaction transaction) {
        this.transaction = transaction;
        this.now = transaction.database().coveredUntil();
    }

    private Row dated(Row row) {
        return row.modified() == 0 ? row.stamped(now) : row;
    }

    @Override
    public Schema schema() {
        return transaction.database().schema();
    }

    @Override
    public Optional<Row> find(ObjectType type, String id) {
        return transaction.see(type, id).map(this::dated);
    }

    @Override
    public List<String> find(ObjectType type, Change.Key key) {
        return transaction.see(type, key);
    }

    @Override
    public List<Row> select(ObjectType type, Predicate<Row> wanted) {
        List<Row> rows = new ArrayList<>(transaction.database().select(type, wanted));
        rows.removeIf(row -> transaction.wrote(row.id()));
        transaction.written(type).stream().map(this::dated).filter(wanted).forEach(rows::add);
        rows.sort(Comparator.comparing(Row::id));
        return rows;
    }
}
