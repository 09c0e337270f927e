package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.OpenLink;
import io.turnout.application.attendeelink.PrepareLinks;
import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.application.contract.Fair;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.LinkId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A ciphertext in a table, and how the house opens it there.
record SealedPlace(PostgresStorage storage, Kind kind, OrgId org, UUID record) {
    /// Where ciphertexts stand: with their key in a table of keys, or beside them.
    enum Kind {
        PERSON("attendee", "person", "attendee_id = ?", true),
        LINK("link", "prefill", "link_id = ?", true),
        REASON("outbox", "reason_words", "attendee_id = ?", false),
        CONNECTION("org_connection", "sealed", "cast(? as uuid) is not null", false);

        private final String table;
        private final String column;
        private final String where;
        private final boolean apart;

        Kind(String table, String column, String where, boolean apart) {
            this.table = table;
            this.column = column;
            this.where = where;
            this.apart = apart;
        }
    }

    private static final String KEYS = "record_key";

    /// A link that was kept as every other.
    static SealedPlace link(PostgresStorage storage, Fair fair, String reference) {
        Prefill prefill =
                new Prefill(
                        reference + "@example.org",
                        Optional.of("Ada"),
                        Optional.empty(),
                        Optional.empty());
        Link link = new Link(new Reference(reference), fair.event(), 1, prefill);
        AttendeeLinks.Keeping kept =
                new PrepareLinks(storage.links(), storage.vault())
                        .prepare(fair.org(), List.of(link));
        if (kept != AttendeeLinks.Keeping.KEPT) {
            throw new IllegalStateException("not kept: " + kept);
        }
        return new SealedPlace(storage, Kind.LINK, fair.org(), link.id().value());
    }

    /// What Salesforce said of an attendee it refused.
    static SealedPlace reason(PostgresStorage storage, OrgId org, UUID attendee) {
        SealedPlace place = new SealedPlace(storage, Kind.REASON, org, attendee);
        byte[] words =
                new OutboxSeal(storage.vault()).seal(org, new AttendeeId(attendee), "no such item");
        place.set(words, "outbox", "reason_words", Kind.REASON.where);
        return place;
    }

    Sealed read() {
        byte[] bytes = get(kind.table, kind.column, kind.where);
        return kind.apart
                ? new Sealed(bytes, get(KEYS, "wrapped", "record_id = ?"))
                : SealedBytes.read(bytes);
    }

    void write(Sealed sealed) {
        if (kind.apart) {
            set(sealed.ciphertext(), kind.table, kind.column, kind.where);
            set(sealed.wrappedKey(), KEYS, "wrapped", "record_id = ?");
        } else {
            set(SealedBytes.of(sealed), kind.table, kind.column, kind.where);
        }
    }

    /// Opens it as the house does.
    ///
    /// @throws IllegalStateException when it does not open
    void open() {
        AttendeeId attendee = new AttendeeId(record);
        Object _ =
                switch (kind) {
                    case PERSON -> new PersonSeal(storage.vault()).open(org, attendee, read());
                    case LINK ->
                            new OpenLink(storage.links(), storage.vault(), storage.book())
                                    .open(org, new LinkId(record))
                                    .orElseThrow();
                    case REASON ->
                            new OutboxSeal(storage.vault())
                                    .open(org, attendee, SealedBytes.of(read()));
                    case CONNECTION -> connection();
                };
    }

    private Object connection() {
        if (storage.connections().find(org).orElseThrow() instanceof Kept.Open open) {
            return open;
        }
        throw new IllegalStateException("locked");
    }

    private byte[] get(String table, String column, String where) {
        String sql = "select " + column + " from " + table + " where org_id = ? and " + where;
        return storage.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.select(sql, org.value(), record).mapTo(byte[].class).one());
    }

    private void set(byte[] value, String table, String column, String where) {
        storage.gate().write(org, handle -> set(handle, value, table, column, where));
    }

    private void set(Handle handle, byte[] value, String table, String column, String where) {
        String sql = "update " + table + " set " + column + " = ? where org_id = ? and " + where;
        if (handle.execute(sql, value, org.value(), record) != 1) {
            throw new IllegalStateException("no such row: " + this);
        }
    }
}
