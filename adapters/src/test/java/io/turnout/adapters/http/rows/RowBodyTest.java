package io.turnout.adapters.http.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.attendeelink.UploadRow;
import io.turnout.domain.attendeelink.UploadRow.Ending;
import io.turnout.domain.event.EventId;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// How much is read of a body, and what is said of one that is cut short.
class RowBodyTest {
    private static final EventId EVENT = new EventId("a01000000000001");
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final String ROW = "{\"id\":\"a\",\"email\":\"a@example.com\"}\n";
    private static final Duration LONG = Duration.ofHours(1);

    private static UploadRow end(InputStream in) {
        NdjsonRows rows = new NdjsonRows(in, VALIDATOR, EVENT);
        UploadRow row = rows.get();
        while (!(row instanceof UploadRow.End)) {
            row = rows.get();
        }
        return row;
    }

    private static InputStream of(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Test
    void as_much_as_may_come_is_read_and_one_byte_more_is_too_large() {
        int most = 3 * ROW.length();
        String three = ROW.repeat(3);

        assertThat(end(new RowBody(of(three), false, most, LONG)))
                .isEqualTo(new UploadRow.End(Ending.WHOLE));
        assertThat(end(new RowBody(of(three + "\n"), false, most, LONG)))
                .isEqualTo(new UploadRow.End(Ending.TOO_LARGE));
    }

    @Test
    void what_is_packed_counts_as_it_is_unpacked() {
        byte[] bomb = packed("\n".repeat(10_000_000));
        assertThat(bomb.length).isLessThan(20_000);

        UploadRow end = end(new RowBody(new ByteArrayInputStream(bomb), true, 1_000_000, LONG));

        assertThat(end).isEqualTo(new UploadRow.End(Ending.TOO_LARGE));
    }

    @Test
    void what_is_packed_badly_or_not_to_its_end_broke_off() {
        byte[] whole = packed(ROW.repeat(1_000));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length - 4);

        assertThat(end(new RowBody(new ByteArrayInputStream(half), true)))
                .isEqualTo(new UploadRow.End(Ending.BROKEN_OFF));
        assertThat(end(new RowBody(of(ROW), true))).isEqualTo(new UploadRow.End(Ending.BROKEN_OFF));
    }

    @Test
    void whoever_takes_too_long_is_not_waited_for() {
        assertThat(end(new RowBody(of(ROW), false, 1_000, Duration.ofNanos(-1))))
                .isEqualTo(new UploadRow.End(Ending.TOO_SLOW));
        assertThat(
                        new CsvRows(new RowBody(of("id,email\n"), false, 4, LONG), VALIDATOR, EVENT)
                                .get())
                .isEqualTo(new UploadRow.End(Ending.TOO_LARGE));
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
