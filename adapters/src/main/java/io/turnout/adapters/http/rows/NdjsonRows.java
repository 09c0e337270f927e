package io.turnout.adapters.http.rows;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.turnout.domain.attendeelink.RowFault;
import io.turnout.domain.attendeelink.UploadRow;
import io.turnout.domain.event.EventId;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/// Rows as lines, each of them a JSON object. They are parted before they are parsed, so that a
/// line that is none costs no other.
public final class NdjsonRows implements Supplier<UploadRow> {
    /// How many bytes a row has at most.
    public static final int LINE_MAX = 16 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int DEPTH_MAX = 16;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build();

    private final InputStream in;
    private final RowMaker maker;
    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer text = CharBuffer.allocate(LINE_MAX);
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line = new byte[LINE_MAX];
    private int at;
    private int end;
    private int length;
    private boolean begun;

    public NdjsonRows(InputStream in, Validator validator, EventId event) {
        this.in = in;
        this.maker = new RowMaker(validator, event);
    }

    @Override
    public UploadRow get() {
        try {
            while (readLine()) {
                dropMark();
                if (length > LINE_MAX) {
                    return new UploadRow.Bad(RowFault.TOO_LONG, 0);
                }
                if (!isBlank()) {
                    return row();
                }
            }
            return new UploadRow.End(UploadRow.Ending.WHOLE);
        } catch (IOException broken) {
            return CutShort.end(broken);
        }
    }

    /// Whether there is another line; of one that is too long only the length is true.
    private boolean readLine() throws IOException {
        length = 0;
        boolean any = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
                if (end == 0) {
                    return any;
                }
            }
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            append(stop);
            if (stop < end) {
                at = stop + 1;
                return true;
            }
            at = end;
        }
    }

    private void append(int stop) {
        if (length <= LINE_MAX) {
            int more = stop - at;
            System.arraycopy(buffer, at, line, length, Math.min(more, LINE_MAX - length));
            length += more;
        }
    }

    /// What some editors put before the first line.
    private void dropMark() {
        boolean marked =
                !begun
                        && length >= 3
                        && line[0] == (byte) 0xEF
                        && line[1] == (byte) 0xBB
                        && line[2] == (byte) 0xBF;
        begun = true;
        if (marked) {
            length = Math.min(length, LINE_MAX) - 3;
            System.arraycopy(line, 3, line, 0, length);
        }
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private UploadRow row() {
        maker.begin();
        text.clear();
        utf8.reset();
        boolean strict =
                utf8.decode(ByteBuffer.wrap(line, 0, length), text, true).isUnderflow()
                        && utf8.flush(text).isUnderflow();
        if (strict) {
            parse();
        } else {
            maker.fault(RowFault.NOT_UTF_8);
        }
        return maker.row();
    }

    private void parse() {
        try (JsonParser json = JSON.createParser(text.array(), 0, text.position())) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            while (object && json.nextToken() == JsonToken.FIELD_NAME) {
                member(json);
            }
            if (!object || json.nextToken() != null) {
                maker.fault(RowFault.UNREADABLE);
            }
        } catch (JacksonException none) {
            maker.fault(RowFault.UNREADABLE);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
    }

    private void member(JsonParser json) throws IOException {
        Optional<Field> field = Field.of(json.currentName());
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        boolean number = value == JsonToken.VALUE_NUMBER_INT;
        if (field.isEmpty()) {
            maker.drop();
        } else if (number == (field.get() == Field.USES) && (number || isText(value))) {
            maker.put(field.get(), json.getText());
        } else {
            maker.wrong(field.get());
        }
        var _ = json.skipChildren();
    }

    private static boolean isText(JsonToken value) {
        return value == JsonToken.VALUE_STRING;
    }
}
