package io.turnout.adapters.http.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.turnout.domain.attendeelink.UploadRow;
import io.turnout.domain.event.EventId;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Supplier;

/// Rows of a table as RFC 4180 has it, whose first line names the columns.
public final class CsvRows implements Supplier<UploadRow> {
    /// A cell that is longer ends it, since an open quote would go on for ever.
    private static final int CELL_MAX = 64 * 1024;

    private final CsvCells cells;
    private final Iterator<CsvCells.Line> lines;

    public CsvRows(InputStream in, Validator validator, EventId event) {
        this.cells = new CsvCells(new RowMaker(validator, event));
        this.lines =
                CsvReader.builder()
                        .maxBufferSize(CELL_MAX)
                        .detectBomHeader(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(cells, in, StandardCharsets.UTF_8)
                        .iterator();
    }

    @Override
    public UploadRow get() {
        try {
            while (lines.hasNext()) {
                switch (lines.next()) {
                    case CsvCells.Line.Row(var row) -> {
                        return row;
                    }
                    case CsvCells.Line.Head(var sound) -> {
                        if (!sound) {
                            return new UploadRow.End(UploadRow.Ending.NO_HEAD);
                        }
                    }
                }
            }
            return new UploadRow.End(UploadRow.Ending.WHOLE);
        } catch (CsvParseException | UncheckedIOException broken) {
            return ended(broken);
        }
    }

    private static UploadRow ended(RuntimeException broken) {
        return broken.getCause() instanceof IOException
                ? CutShort.end(broken)
                : new UploadRow.End(UploadRow.Ending.NO_TABLE);
    }
}
