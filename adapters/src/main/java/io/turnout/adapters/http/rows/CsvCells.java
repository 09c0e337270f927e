package io.turnout.adapters.http.rows;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.turnout.domain.attendeelink.RowFault;
import io.turnout.domain.attendeelink.UploadRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Takes the cells of a table as they are found. Those of columns that are none of ours are counted
/// and become no text at all.
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells.Line> {
    private static final int COLUMNS_MAX = 200;
    private static final int NAME_MAX = 64;
    private static final int LINE_MAX = NdjsonRows.LINE_MAX;

    private final RowMaker maker;
    private final List<Optional<Field>> columns = new ArrayList<>();
    private boolean headed;
    private long characters;

    CsvCells(RowMaker maker) {
        this.maker = maker;
    }

    /// A line of the table.
    sealed interface Line {
        /// The first one; `sound` when it names the columns that must be there, and none twice.
        record Head(boolean sound) implements Line {}

        record Row(UploadRow row) implements Line {}
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        maker.begin();
        characters = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int from, int length, boolean quoted) {
        if (!headed) {
            name(buffer, from, length);
            return;
        }
        characters += length;
        if (characters > LINE_MAX || index >= columns.size()) {
            return;
        }
        Optional<Field> field = columns.get(index);
        if (field.isPresent()) {
            maker.put(field.get(), new String(buffer, from, length));
        } else if (length > 0) {
            maker.drop();
        }
    }

    private void name(char[] buffer, int from, int length) {
        if (columns.size() <= COLUMNS_MAX) {
            String name = length > NAME_MAX ? "" : new String(buffer, from, length);
            columns.add(Field.of(name.strip().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    protected Line buildRecord() {
        if (!headed) {
            headed = true;
            return new Line.Head(isSound());
        }
        if (characters > LINE_MAX) {
            return new Line.Row(new UploadRow.Bad(RowFault.TOO_LONG, 0));
        }
        if (getFieldCount() != columns.size()) {
            return new Line.Row(new UploadRow.Bad(RowFault.UNREADABLE, 0));
        }
        return new Line.Row(maker.row());
    }

    private boolean isSound() {
        List<Field> ours = columns.stream().flatMap(Optional::stream).toList();
        Set<Field> needed = EnumSet.of(Field.ID, Field.EMAIL);
        return columns.size() <= COLUMNS_MAX
                && ours.containsAll(needed)
                && ours.stream().distinct().count() == ours.size();
    }
}
