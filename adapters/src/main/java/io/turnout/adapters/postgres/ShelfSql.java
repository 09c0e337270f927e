package io.turnout.adapters.postgres;

import io.turnout.application.privacy.Vault.Sealed;

/// Where something made with a key of an org stands in a table, and where it tells the id of the
/// key: a wrapped key alone, or beside its ciphertext, or what somebody is found by.
enum ShelfSql {
    RECORDS("record_key", "record_id", "wrapped", 2),
    REASONS("outbox", "attendee_id", "reason_words", 2 + Integer.BYTES),
    /// An org has one connection, whose record is always the same.
    CONNECTIONS(
            "org_connection",
            "'" + ConnectionSeal.THE_ONE + "'::uuid",
            "sealed",
            2 + Integer.BYTES),
    ATTENDEES("attendee", "attendee_id", "email_digest", 1),
    LINKS("link", "link_id", "email_digest", 1);

    private static final byte[] NOTHING = new byte[0];

    private final String table;
    private final String record;
    private final String column;
    private final int keyId;

    ShelfSql(String table, String record, String column, int keyId) {
        this.table = table;
        this.record = record;
        this.column = column;
        this.keyId = keyId;
    }

    /// Where the window that begins after a record ends, if it is not the last.
    String end() {
        return "select "
                + record
                + ofOrg()
                + " and "
                + record
                + " > :after order by 1 offset :offset limit 1";
    }

    String countAll() {
        return "select count(*)" + ofOrg() + stale();
    }

    String count() {
        return countAll() + window();
    }

    /// Those that somebody else changes at this moment are left to them.
    String lock() {
        return "select "
                + record
                + ", "
                + column
                + ofOrg()
                + stale()
                + window()
                + " order by 1 for update skip locked";
    }

    String update() {
        return "update "
                + table
                + " kept set "
                + column
                + " = anew.key from unnest(:record, :key) as anew(record, key)"
                + " where kept.org_id = :org and "
                + record
                + " = anew.record";
    }

    private String ofOrg() {
        return " from " + table + " where org_id = :org";
    }

    /// Who is forgotten is found by nothing. What has the length of a hash tells no key: it is from
    /// before there was one.
    private String stale() {
        String other = "substr(" + column + ", " + keyId + ", 4) <> int4send(:id)";
        return keyId == 1
                ? " and %s <> '' and (octet_length(%s) = 32 or %s)".formatted(column, column, other)
                : " and " + other;
    }

    private String window() {
        return " and "
                + record
                + " > :after and (cast(:end as uuid) is null or "
                + record
                + " <= :end)";
    }

    /// What is no such thing has a key that opens nothing.
    Sealed read(byte[] bytes) {
        try {
            return this == RECORDS ? new Sealed(NOTHING, bytes) : SealedBytes.read(bytes);
        } catch (IllegalStateException broken) {
            return new Sealed(NOTHING, NOTHING);
        }
    }

    byte[] write(Sealed content) {
        return this == RECORDS ? content.wrappedKey() : SealedBytes.of(content);
    }
}
