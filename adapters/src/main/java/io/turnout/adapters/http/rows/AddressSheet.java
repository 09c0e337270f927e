package io.turnout.adapters.http.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.turnout.domain.attendeelink.LinkToken;
import io.turnout.domain.attendeelink.Reference;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Addresses of links as they go out, one by one: lines of JSON or of a table.
public abstract sealed class AddressSheet implements AutoCloseable {
    private static final String ID = "id";
    private static final String URL = "url";

    /// A table or lines, as somebody wants it.
    ///
    /// @param base what stands before the token in an address
    public static AddressSheet on(OutputStream out, boolean table, String base) throws IOException {
        return table ? new Table(out, base) : new Lines(out, base);
    }

    /// The address of one link.
    ///
    /// @throws UncheckedIOException when whoever asked is gone
    public abstract void write(Reference reference, LinkToken token);

    @Override
    public abstract void close() throws IOException;

    private static final class Lines extends AddressSheet {
        private static final JsonFactory JSON = new JsonFactory();

        private final JsonGenerator json;
        private final String base;

        private Lines(OutputStream out, String base) throws IOException {
            this.json =
                    JSON.createGenerator(out)
                            .setPrettyPrinter(new MinimalPrettyPrinter("\n"))
                            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            this.base = base;
        }

        @Override
        public void write(Reference reference, LinkToken token) {
            try {
                json.writeStartObject();
                json.writeStringField(ID, reference.value());
                json.writeStringField(URL, base + token.value());
                json.writeEndObject();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        public void close() throws IOException {
            json.writeRaw('\n');
            json.close();
        }
    }

    private static final class Table extends AddressSheet {
        private final BufferedWriter out;
        private final CsvWriter csv;
        private final String base;

        private Table(OutputStream out, String base) {
            this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(this.out);
            this.base = base;
            var _ = csv.writeRecord(ID, URL);
        }

        @Override
        public void write(Reference reference, LinkToken token) {
            var _ = csv.writeRecord(reference.value(), base + token.value());
        }

        @Override
        public void close() throws IOException {
            csv.flush();
            out.flush();
        }
    }
}
