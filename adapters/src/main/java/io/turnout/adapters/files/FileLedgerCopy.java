package io.turnout.adapters.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.application.erasure.LedgerCopy;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.erasure.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The ledger in a file, an entry a line, as JSON. A last line without an end is of a write that a
/// crash cut off: it counts for nothing, and the next write replaces it. It may hold more than one
/// end of an org's ledger, since a restored database writes on from an older one.
public final class FileLedgerCopy implements LedgerCopy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte END = '\n';

    private final Path file;

    public FileLedgerCopy(Path file) {
        this.file = file;
    }

    @Override
    public synchronized List<LedgerEntry> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return sound(whole(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> whole(byte[] bytes) {
        int length = lastEnd(bytes);
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return text.lines().toList();
    }

    private static int lastEnd(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != END) {
            length--;
        }
        return length;
    }

    private List<LedgerEntry> sound(List<String> lines) {
        Set<LedgerEntry> entries = new LinkedHashSet<>();
        Set<String> hashes = new HashSet<>(Set.of(AuditHead.NONE.hash()));
        for (int i = 0; i < lines.size(); i++) {
            LedgerEntry entry = entry(lines.get(i), i + 1);
            hashes.add(entry.org() + entry.hash());
            entries.add(entry);
        }
        for (LedgerEntry entry : entries) {
            boolean first = entry.previous().equals(AuditHead.NONE.hash());
            if (!first && !hashes.contains(entry.org() + entry.previous())) {
                throw changed("entry " + entry.number() + " of " + entry.org());
            }
        }
        return List.copyOf(entries);
    }

    private LedgerEntry entry(String line, int number) {
        try {
            LedgerEntry entry = JSON.readValue(line, LedgerLine.class).toEntry();
            if (entry.isWhole()) {
                return entry;
            }
        } catch (JsonProcessingException | RuntimeException unreadable) {
            // Falls through to the one answer for every line that is not ours.
        }
        throw changed("line " + number);
    }

    private IllegalStateException changed(String where) {
        return new IllegalStateException(file + " is not as it was written: " + where);
    }

    @Override
    public synchronized void append(List<LedgerEntry> entries) {
        StringBuilder text = new StringBuilder();
        for (LedgerEntry entry : entries) {
            text.append(line(entry)).append((char) END);
        }
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long end = end(channel);
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            var _ = channel.truncate(end);
            channel.force(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Where the last whole line ends.
    private static long end(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            int _ = channel.read(one, end - 1);
            if (one.get(0) == END) {
                return end;
            }
            end--;
        }
        return end;
    }

    private static String line(LedgerEntry entry) {
        try {
            return JSON.writeValueAsString(LedgerLine.of(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be written", e);
        }
    }
}
