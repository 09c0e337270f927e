package io.turnout.simulator.store;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import org.jspecify.annotations.Nullable;

/// One stored row; never changed, only replaced. Values stand in an array by field index, because
/// half a million rows must fit beside everything else. Times are epoch milliseconds, numbers
/// doubles, dates and references text.
public final class Row {
    private final String id;
    private final @Nullable Object[] values;
    private final Stamp stamp;

    Row(String id, @Nullable Object[] values, Stamp stamp) {
        this.id = id;
        this.values = values;
        this.stamp = stamp;
    }

    /// When the row was made and last written, by which call, and whether it is in the bin.
    /// `modified` is zero until the transaction that writes the row has committed.
    public record Stamp(long created, long modified, long call, boolean deleted) {}

    public String id() {
        return id;
    }

    public Stamp stamp() {
        return stamp;
    }

    static Row fresh(String id, ObjectType type, long call) {
        return new Row(id, new @Nullable Object[type.width()], new Stamp(0, 0, call, false));
    }

    /// The value as the platform keeps it; null when there is none.
    public @Nullable Object value(Field field) {
        if (field.index() != Field.SYSTEM) {
            Object value = field.index() < values.length ? values[field.index()] : null;
            return value == null ? field.type().nothing() : value;
        }
        return switch (field.name()) {
            case "Id" -> id;
            case "IsDeleted" -> stamp.deleted();
            case "CreatedDate" -> stamp.created();
            case "LastModifiedDate", "SystemModstamp" -> stamp.modified();
            default -> null;
        };
    }

    public @Nullable String text(Field field) {
        Object value = value(field);
        return value == null ? null : value.toString();
    }

    public boolean deleted() {
        return stamp.deleted();
    }

    public long modified() {
        return stamp.modified();
    }

    Row copyFor(ObjectType type, long call) {
        @Nullable Object[] copy = new @Nullable Object[Math.max(type.width(), values.length)];
        System.arraycopy(values, 0, copy, 0, values.length);
        return new Row(id, copy, new Stamp(stamp.created(), 0, call, stamp.deleted()));
    }

    Row binned(long call) {
        return new Row(id, values, new Stamp(stamp.created(), 0, call, true));
    }

    Row stamped(long now) {
        long created = stamp.created() == 0 ? now : stamp.created();
        return new Row(id, values, new Stamp(created, now, stamp.call(), stamp.deleted()));
    }

    void set(Field field, @Nullable Object value) {
        values[field.index()] = value;
    }
}
