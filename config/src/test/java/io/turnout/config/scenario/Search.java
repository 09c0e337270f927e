package io.turnout.config.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks for words, in all their spellings, in every file under a folder.
final class Search {
    private static final int PAIRS = 1 << 16;

    private final Map<Integer, List<Pattern>> patterns = new HashMap<>();
    private final boolean[] begins = new boolean[PAIRS];
    private long bytes;
    private int files;

    @SuppressWarnings("ArrayRecordComponent") // nobody compares patterns
    private record Pattern(String name, byte[] spelled) {
        boolean isAt(byte[] text, int at) {
            if (at + spelled.length > text.length) {
                return false;
            }
            for (int i = 0; i < spelled.length; i++) {
                if (text[at + i] != spelled[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    Search(String... words) {
        for (String word : words) {
            Spellings.of(word)
                    .forEach((name, spelled) -> begin(new Pattern(word + ", " + name, spelled)));
        }
    }

    private void begin(Pattern pattern) {
        int pair = pair(pattern.spelled(), 0);
        begins[pair] = true;
        patterns.computeIfAbsent(pair, _ -> new ArrayList<>()).add(pattern);
    }

    private static int pair(byte[] text, int at) {
        return ((text[at] & 0xFF) << 8) | (text[at + 1] & 0xFF);
    }

    /// What was found, and in which files.
    Set<String> in(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.addAll(look(file));
            }
        }
        return found;
    }

    private Set<String> look(Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        byte[] text = read(file);
        for (int at = 0; at + 1 < text.length; at++) {
            int pair = pair(text, at);
            if (begins[pair]) {
                for (Pattern pattern : patterns.getOrDefault(pair, List.of())) {
                    if (pattern.isAt(text, at)) {
                        found.add(pattern.name() + " in " + file.getFileName());
                    }
                }
            }
        }
        bytes += text.length;
        files++;
        return found;
    }

    /// A file of a running database may be gone by now.
    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return files + " files, " + bytes / 1_000_000 + " MB";
    }
}
