package io.turnout.simulator.schema;

import java.util.Locale;
import java.util.Optional;

/// Salesforce's record ids: 15 case-sensitive characters, and 3 more that say which of them are
/// capitals, so that a spreadsheet that forgets case does not mix two rows up.
public final class RecordId {
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String POD = "xx0";

    private RecordId() {}

    /// The id of the `number`-th row of the object with this key prefix; ids sort as they are
    // given.
    public static String of(String keyPrefix, long number) {
        char[] serial = new char[9];
        long rest = number;
        for (int i = serial.length - 1; i >= 0; i--) {
            serial[i] = DIGITS.charAt((int) (rest % 62));
            rest /= 62;
        }
        return withChecksum(keyPrefix + POD + new String(serial));
    }

    /// The number `of` was given; zero for an id from elsewhere.
    public static long number(String id) {
        if (id.length() < 15 || !id.startsWith(POD, 3)) {
            return 0;
        }
        long number = 0;
        for (char c : id.substring(6, 15).toCharArray()) {
            number = number * 62 + DIGITS.indexOf(c);
        }
        return number;
    }

    /// Appends the three checksum characters to a 15-character id.
    public static String withChecksum(String fifteen) {
        StringBuilder id = new StringBuilder(fifteen);
        for (int block = 0; block < 3; block++) {
            int capitals = 0;
            for (int i = 0; i < 5; i++) {
                char c = fifteen.charAt(block * 5 + i);
                if (c >= 'A' && c <= 'Z') {
                    capitals |= 1 << i;
                }
            }
            id.append(CHECKS.charAt(capitals));
        }
        return id.toString();
    }

    /// The 18-character form of a 15- or 18-character id; empty when the text is no id.
    public static Optional<String> parse(String text) {
        boolean shaped =
                (text.length() == 15 || text.length() == 18)
                        && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
        if (!shaped) {
            return Optional.empty();
        }
        String full = withChecksum(text.substring(0, 15));
        boolean sound =
                text.length() == 15
                        || full.substring(15).equals(text.substring(15).toUpperCase(Locale.ROOT));
        return sound ? Optional.of(full) : Optional.empty();
    }
}
