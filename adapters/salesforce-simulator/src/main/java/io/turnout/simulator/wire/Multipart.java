package io.turnout.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A body of several parts with a name each, as `multipart/form-data` has them.
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"?([^\";\\r\\n]+)\"?");
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

    private Multipart() {}

    /// The parts by name; empty when the type names no boundary.
    public static Map<String, String> read(Exchange exchange) {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher boundary = BOUNDARY.matcher(exchange.header(Reply.TYPE).orElse(""));
        if (boundary.find()) {
            String text = new String(exchange.body(), StandardCharsets.UTF_8);
            for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
                String[] halves = BLANK_LINE.split(part, 2);
                name(halves[0]).ifPresent(name -> parts.put(name, content(halves)));
            }
        }
        return parts;
    }

    private static Optional<String> name(String headers) {
        Matcher name = NAME.matcher(headers);
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /// Without the line break that belongs to the next boundary.
    private static String content(String[] halves) {
        return halves.length < 2 ? "" : halves[1].replaceFirst("\\r?\\n$", "");
    }
}
