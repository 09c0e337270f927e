package io.turnout.application.privacy;

import static io.turnout.application.privacy.RecordKeys.START;
import static io.turnout.application.privacy.RecordKeys.WINDOW_MAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.RecordKeys.Shelf;
import io.turnout.application.privacy.RecordKeys.Window;
import io.turnout.domain.org.OrgId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everything promises that keeps the keys of records.
public abstract class RecordKeysContract {
    private RecordKeys records;
    private OrgId org;

    protected abstract Storage storage();

    /// The keys that are kept in the storage `storage()` returned last.
    protected abstract RecordKeys records();

    /// Keeps the key of a record on the shelf of records.
    protected abstract void keep(OrgId org, UUID record, byte[] wrapped);

    /// That key.
    protected abstract byte[] find(OrgId org, UUID record);

    @BeforeEach
    void open() {
        Storage storage = storage();
        records = records();
        org = Ids.org();
        storage.welcome(org);
    }

    private static byte[] under(int id, int content) {
        return ByteBuffer.allocate(9).put((byte) 1).putInt(id).putInt(content).array();
    }

    private UUID kept(int id, int content) {
        UUID record = new UUID(content, 1);
        keep(org, record, under(id, content));
        return record;
    }

    private Window rewrap(UUID after) {
        return records.rewrap(
                org,
                Shelf.RECORDS,
                2,
                after,
                (_, wrapped) -> Optional.of(under(2, ByteBuffer.wrap(wrapped).getInt(5))));
    }

    @Test
    void what_is_under_another_key_is_wrapped_anew_and_the_rest_is_left() {
        UUID old = kept(1, 7);
        UUID current = kept(2, 8);
        assertThat(records.stale(org, Shelf.RECORDS, 2)).isOne();

        assertThat(rewrap(START)).isEqualTo(new Window(1, 1, Optional.empty()));

        assertThat(find(org, old)).isEqualTo(under(2, 7));
        assertThat(find(org, current)).isEqualTo(under(2, 8));
        assertThat(records.stale(org, Shelf.RECORDS, 2)).isZero();
        assertThat(rewrap(START)).isEqualTo(new Window(0, 0, Optional.empty()));
    }

    @Test
    void what_the_rule_cannot_wrap_stays_and_is_counted() {
        UUID broken = kept(1, 7);
        UUID whole = kept(1, 8);

        Window window =
                records.rewrap(
                        org,
                        Shelf.RECORDS,
                        2,
                        START,
                        (record, _) ->
                                record.equals(broken)
                                        ? Optional.empty()
                                        : Optional.of(under(2, 8)));

        assertThat(window).isEqualTo(new Window(2, 1, Optional.empty()));
        assertThat(find(org, broken)).isEqualTo(under(1, 7));
        assertThat(find(org, whole)).isEqualTo(under(2, 8));
    }

    @Test
    void a_window_ends_where_the_next_begins() {
        for (int i = 1; i <= WINDOW_MAX + 1; i++) {
            var _ = kept(1, i);
        }

        Window first = rewrap(START);
        Window last = rewrap(first.end().orElseThrow());

        assertThat(first.changed()).isEqualTo(WINDOW_MAX);
        assertThat(last).isEqualTo(new Window(1, 1, Optional.empty()));
        assertThat(records.stale(org, Shelf.RECORDS, 2)).isZero();
    }

    @Test
    void other_orgs_and_shelves_are_left() {
        OrgId other = Ids.org();
        storage().welcome(other);
        keep(other, new UUID(7, 1), under(1, 7));
        var _ = kept(1, 7);

        assertThat(rewrap(START).changed()).isOne();

        assertThat(find(other, new UUID(7, 1))).isEqualTo(under(1, 7));
        for (Shelf shelf : new Shelf[] {Shelf.REASONS, Shelf.CONNECTIONS}) {
            assertThat(records.stale(org, shelf, 2)).isZero();
            assertThat(records.rewrap(org, shelf, 2, START, (_, _) -> Optional.empty()))
                    .isEqualTo(new Window(0, 0, Optional.empty()));
        }
    }
}
