package io.turnout.simulator.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated values as the platform reads and writes them: quotes doubled, nothing trimmed.
final class Csv {
    private Csv() {}

    /// The lines of a file, each a list of its values; empty lines are skipped.
    static List<List<String>> read(String text, char delimiter) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (c != '"' || doubled) {
                    value.append(c);
                    i += doubled ? 1 : 0;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && value.isEmpty()) {
                quoted = true;
            } else if (c == delimiter) {
                line.add(value.toString());
                value.setLength(0);
            } else if (c == '\n') {
                end(lines, line, value);
                line = new ArrayList<>();
            } else if (c != '\r') {
                value.append(c);
            }
        }
        end(lines, line, value);
        return lines;
    }

    private static void end(List<List<String>> lines, List<String> line, StringBuilder value) {
        if (!line.isEmpty() || !value.isEmpty()) {
            line.add(value.toString());
            lines.add(line);
        }
        value.setLength(0);
    }

    /// One line, every value in quotes.
    static String line(List<String> values, char delimiter) {
        return values.stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(delimiter)))
                + "\n";
    }
}
