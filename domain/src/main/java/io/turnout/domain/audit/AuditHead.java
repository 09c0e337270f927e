package io.turnout.domain.audit;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// How far a trail goes: the number of its last record, and that record's hash, which vouches for
/// all before it. Whoever keeps one elsewhere can tell later that nothing was taken away.
public record AuditHead(long number, String hash) {
    static final int HASH_BYTES = 32;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /// Of a trail without a record.
    public static final AuditHead NONE =
            new AuditHead(0, HexFormat.of().formatHex(new byte[HASH_BYTES]));
    private static final char MARK = ':';

    public AuditHead {
        if (number < 0 || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a head is a number and 64 hexadecimal digits");
        }
    }

    /// Reads what `toString` wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    public static AuditHead parse(String text) {
        int mark = text.indexOf(MARK);
        if (mark < 1) {
            throw new IllegalArgumentException("a head is NUMBER:HASH");
        }
        return new AuditHead(Long.parseLong(text.substring(0, mark)), text.substring(mark + 1));
    }

    @Override
    public String toString() {
        return "" + number + MARK + hash;
    }
}
