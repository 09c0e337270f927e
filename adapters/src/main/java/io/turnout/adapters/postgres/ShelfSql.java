package io.turnout.adapters.postgres;

import io.turnout.application.privacy.Vault.Sealed;

/// Where wrapped keys stand in a table: alone, or beside their ciphertext.
enum ShelfSql {
    RECORDS("record_key", "record_id", "wrapped", true),
    REASONS("outbox", "attendee_id", "reason_words", false),
    /// An org has one connection, whose record is always the same.
    CONNECTIONS("org_connection", "'" + ConnectionSeal.THE_ONE + "'::uuid", "sealed", false);

    private static final byte[] NOTHING = new byte[0];

    private final String table;
    private final String record;
    private final String column;
    private final boolean alone;

    ShelfSql(String table, String record, String column, boolean alone) {
        this.table = table;
        this.record = record;
        this.column = column;
        this.alone = alone;
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

    private String stale() {
        int keyId = alone ? 2 : 2 + Integer.BYTES;
        return " and substr(" + column + ", " + keyId + ", 4) <> int4send(:id)";
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
            return alone ? new Sealed(NOTHING, bytes) : SealedBytes.read(bytes);
        } catch (IllegalStateException broken) {
            return new Sealed(NOTHING, NOTHING);
        }
    }

    byte[] write(Sealed content) {
        return alone ? content.wrappedKey() : SealedBytes.of(content);
    }
}
