package io.turnout.adapters.http.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.turnout.domain.audit.AuditRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;
import java.util.function.Consumer;

/// Writes records as they are read, so that a trail of years needs no memory: as JSON, a line
/// each, or as CSV with a head (RFC 4180).
public enum AuditExport {
    JSON {
        @Override
        public Consumer<AuditRecord> to(Writer out) {
            ObjectMapper json = new ObjectMapper();
            return record -> write(out, json, AuditView.Line.of(record));
        }
    },
    CSV {
        @Override
        public Consumer<AuditRecord> to(Writer out) {
            CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
            csv.writeRecord(
                    "number",
                    "at",
                    "actor",
                    "action",
                    "org",
                    "subject",
                    "outcome",
                    "request",
                    "previous",
                    "hash");
            return record -> write(csv, AuditView.Line.of(record));
        }
    };

    /// Whoever takes the records that are to be written.
    public abstract Consumer<AuditRecord> to(Writer out);

    private static void write(Writer out, ObjectMapper json, AuditView.Line line) {
        try {
            out.write(json.writeValueAsString(line));
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(CsvWriter csv, AuditView.Line line) {
        csv.writeRecord(
                Long.toString(line.number()),
                line.at(),
                line.actor(),
                line.action(),
                Objects.requireNonNullElse(line.org(), ""),
                line.subject(),
                line.outcome(),
                line.request(),
                line.previous(),
                line.hash());
    }
}
