package io.turnout.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a reader may expect of every file. Each check answers with the faults it found.
final class Tidy {
    private static final int LINES_MAX = 300;
    private static final int COLUMNS_MAX = 100;
    private static final int REASON_MIN = 20;

    private static final Pattern BANNED_PACKAGE =
            Pattern.compile("(^|/)(utils?|commons?|shared|core|impl|helpers?|misc)/");
    private static final Pattern BANNED_CLASS =
            Pattern.compile("(Manager|Impl|Helper|Utils?|Port|Gateway|Repository)\\.java$");
    private static final Pattern STAR = Pattern.compile("import (static )?[\\w.]+\\.\\*;");

    /// In two halves each, so that this file holds none of them.
    private static final Pattern MARKER =
            Pattern.compile(
                    "\\b("
                            + String.join("|", "TO" + "DO", "FIX" + "ME", "HA" + "CK", "W" + "IP")
                            + ")\\b");

    /// Made by others and longer than we write, or a licence.
    private static final Set<String> NOT_OURS = Set.of("vendor", "vendored");

    private Tidy() {}

    static List<String> faults(String path, List<String> lines) {
        List<String> faults = new ArrayList<>();
        if (lines.size() > LINES_MAX) {
            faults.add(path + " has " + lines.size() + " lines");
        }
        if (BANNED_PACKAGE.matcher(path).find() || BANNED_CLASS.matcher(path).find()) {
            faults.add(path + " has a banned name");
        }
        IntStream.range(0, lines.size())
                .forEach(i -> faults.addAll(lineFaults(path + ":" + (i + 1), lines.get(i))));
        return faults;
    }

    private static List<String> lineFaults(String where, String line) {
        boolean wide = line.codePointCount(0, line.length()) > COLUMNS_MAX;
        return Stream.of(
                        wide && !line.startsWith("import ") ? " is too wide" : "",
                        STAR.matcher(line).find() ? " imports a star" : "",
                        MARKER.matcher(line).find() ? " has a leftover marker" : "",
                        line.indexOf('\t') >= 0 ? " has a tab" : "")
                .filter(fault -> !fault.isEmpty())
                .map(fault -> where + fault)
                .toList();
    }

    static boolean isOurs(String path) {
        return NOT_OURS.stream().noneMatch(name -> path.contains("/" + name + "/"));
    }

    /// `names` are those of all migrations, in their order.
    static List<String> numberingFaults(List<String> names) {
        return IntStream.range(0, names.size())
                .filter(i -> !names.get(i).matches("V%04d__[a-z0-9_]+\\.sql".formatted(i + 1)))
                .mapToObj(i -> names.get(i) + " is not number " + (i + 1))
                .toList();
    }

    /// A migration's first line says why it is there.
    static List<String> reasonFaults(String name, List<String> lines) {
        boolean reasoned =
                !lines.isEmpty()
                        && lines.getFirst().startsWith("-- ")
                        && lines.getFirst().length() >= REASON_MIN;
        return reasoned ? List.of() : List.of(name + " does not say why");
    }
}
