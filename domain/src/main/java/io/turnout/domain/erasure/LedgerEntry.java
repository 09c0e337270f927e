package io.turnout.domain.erasure;

import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// That somebody was forgotten, as it stands in an org's ledger: numbered without a gap, and hashed
/// together with the hash of the one before, so that whatever is changed later fits no more
/// (SHA-256, FIPS 180-4). It is enough to forget the same person again in an older copy of the
/// tables, and names nobody.
///
/// @param at when it was done, to the microsecond, as PostgreSQL keeps it
/// @param what which request, and of whom
/// @param erased what was found in the tables it was done in
public record LedgerEntry(
        OrgId org,
        long number,
        Instant at,
        Wish what,
        Erased erased,
        String previous,
        String hash) {

    /// A request to forget somebody, as it may be kept.
    ///
    /// @param asked when: what was kept later is somebody's new word, and stays
    /// @param digest by which all that is kept of somebody is found, in hexadecimal; it depends on
    ///     the org and its keys
    public record Wish(ErasureId id, Instant asked, String digest) {
        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

        public Wish {
            if (!DIGEST.matcher(digest).matches()) {
                throw new IllegalArgumentException("a digest has 64 hexadecimal digits");
            }
            asked = asked.truncatedTo(ChronoUnit.MICROS);
        }

        public static Wish of(ErasureId id, Instant asked, byte[] digest) {
            return new Wish(id, asked, HexFormat.of().formatHex(digest));
        }

        public byte[] bytes() {
            return HexFormat.of().parseHex(digest);
        }

        @Override
        public String toString() {
            return "Wish[" + id + "]";
        }
    }

    /// The entry that follows `head`.
    public static LedgerEntry after(
            AuditHead head, OrgId org, Instant at, Wish what, Erased erased) {
        long number = head.number() + 1;
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        String text = text(org, number, kept, what, erased, head.hash());
        return new LedgerEntry(org, number, kept, what, erased, head.hash(), hash(text));
    }

    /// Whether it is what was written right after `head`.
    public boolean follows(AuditHead head) {
        return equals(after(head, org, at, what, erased));
    }

    /// Whether it is as it was written, whatever stood before it.
    public boolean isWhole() {
        return number > 0 && follows(new AuditHead(number - 1, previous));
    }

    public AuditHead head() {
        return new AuditHead(number, hash);
    }

    /// Each field with its length before it: no two entries have one text.
    private static String text(
            OrgId org, long number, Instant at, Wish what, Erased erased, String previous) {
        StringBuilder text = new StringBuilder();
        for (String field :
                new String[] {
                    previous,
                    org.value(),
                    Long.toString(number),
                    at.toString(),
                    what.id().toString(),
                    what.asked().toString(),
                    what.digest(),
                    erased.text()
                }) {
            text.append(field.length()).append(' ').append(field);
        }
        return text.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
