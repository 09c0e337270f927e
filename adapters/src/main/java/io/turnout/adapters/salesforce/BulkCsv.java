package io.turnout.adapters.salesforce;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.registration.AttendeeId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a job is loaded with, and the results it is read by: one row an attendee, named by our
/// own key, since results come in any order.
record BulkCsv(AttendeeMapping mapping) {
    /// Empty means "leave as it is" there; this means "nothing".
    private static final String NOTHING = "#N/A";

    String write(List<OwedAttendee> attendees) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            attendees.stream().limit(1).forEach(any -> write(csv, mapping.key(), names(any)));
            attendees.forEach(one -> write(csv, one.id().toString(), values(one)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private Collection<String> names(OwedAttendee attendee) {
        return mapping.values(attendee).keySet();
    }

    private List<String> values(OwedAttendee attendee) {
        return mapping.values(attendee).values().stream().map(v -> v.orElse(NOTHING)).toList();
    }

    private static void write(CsvWriter csv, String key, Collection<String> others) {
        List<String> row = new ArrayList<>();
        row.add(key);
        row.addAll(others);
        var _ = csv.writeRecord(row);
    }

    /// The rows of a result by their attendee. What is not ours is left out.
    Map<AttendeeId, NamedCsvRecord> read(String text) {
        Map<AttendeeId, NamedCsvRecord> rows = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                row.findField(mapping.key())
                        .flatMap(BulkCsv::attendee)
                        .ifPresent(attendee -> rows.put(attendee, row));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static Optional<AttendeeId> attendee(String key) {
        try {
            return Optional.of(new AttendeeId(UUID.fromString(key)));
        } catch (IllegalArgumentException stranger) {
            return Optional.empty();
        }
    }
}
