package io.turnout.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// One line for each commit, with a checksum in front. It is handed to the operating system before
/// the commit is seen, so it survives the death of the process, though not of the machine. A last
/// line that was cut short is dropped at the next start; the caller never heard of that commit.
public final class FileJournal implements Journal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;

    public FileJournal(Path file) {
        this.file = file;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(channel, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the journal " + file, e);
        }
    }

    /// Two programs that write one journal would spoil it.
    private static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("another simulator keeps its rows in " + file);
        }
    }

    @Override
    public void append(List<Transaction.Written> rows) {
        ArrayNode commit = JSON.createArrayNode();
        rows.forEach(written -> commit.add(entry(written.type(), written.row())));
        byte[] line = line(commit.toString());
        try {
            long start = channel.position();
            try {
                write(ByteBuffer.wrap(line));
            } catch (IOException e) {
                channel.truncate(start);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal " + file, e);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            var _ = channel.write(bytes);
        }
    }

    private static byte[] line(String json) {
        return (checksum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(String json) {
        CRC32 crc = new CRC32();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }

    private static ArrayNode entry(ObjectType type, Row row) {
        Row.Stamp stamp = row.stamp();
        ObjectNode values = JSON.createObjectNode();
        for (Field field : type.fields()) {
            Object value = field.index() == Field.SYSTEM ? null : row.value(field);
            if (value != null) {
                values.putPOJO(field.name(), value);
            }
        }
        return JSON.createArrayNode()
                .add(type.name())
                .add(row.id())
                .add(stamp.created())
                .add(stamp.modified())
                .add(stamp.call())
                .add(stamp.deleted())
                .add(values);
    }

    @Override
    public void replay(Schema schema, BiConsumer<String, Row> sink) {
        long good = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                long end = good + line.getBytes(StandardCharsets.UTF_8).length + 1;
                if (end > channel.size() || !sound(line)) {
                    break;
                }
                for (JsonNode entry : JSON.readTree(line.substring(9))) {
                    restore(schema, entry, sink);
                }
                good = end;
            }
            var _ = channel.truncate(good).position(good);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + file, e);
        }
    }

    private static boolean sound(String line) {
        return line.length() > 9 && checksum(line.substring(9)).equals(line.substring(0, 8));
    }

    private static void restore(Schema schema, JsonNode entry, BiConsumer<String, Row> sink) {
        String object = entry.get(0).asText();
        schema.find(object)
                .ifPresent(
                        type -> {
                            Row.Stamp stamp =
                                    new Row.Stamp(
                                            entry.get(2).asLong(),
                                            entry.get(3).asLong(),
                                            entry.get(4).asLong(),
                                            entry.get(5).asBoolean());
                            @Nullable Object[] values = new @Nullable Object[type.width()];
                            Row row = new Row(entry.get(1).asText(), values, stamp);
                            entry.get(6)
                                    .properties()
                                    .forEach(v -> put(type, row, v.getKey(), v.getValue()));
                            sink.accept(object, row);
                        });
    }

    private static void put(ObjectType type, Row row, String name, JsonNode value) {
        type.field(name)
                .ifPresent(
                        field ->
                                row.set(
                                        field,
                                        switch (field.type()) {
                                            case BOOLEAN -> value.asBoolean();
                                            case DATETIME -> value.asLong();
                                            case DOUBLE, CURRENCY, INT -> value.asDouble();
                                            default -> value.asText();
                                        }));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal " + file, e);
        }
    }
}
