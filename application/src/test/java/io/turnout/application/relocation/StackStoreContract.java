package io.turnout.application.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a stack promises to whoever moves an org out of it or into it.
public abstract class StackStoreContract {
    private static final StackName ELSEWHERE = new StackName("elsewhere");

    private final OrgId org = Ids.org();
    private StackStore here;
    private StackStore there;

    /// One of two stacks that share nothing.
    protected abstract StackStore stack(int number);

    /// The org is at home at the first of them from now on.
    protected abstract void welcome(OrgId org);

    /// A table whose rows are numbered, of which `write` writes.
    protected abstract String table();

    /// A write at one of them, as everybody writes. False where the gate let nobody in.
    protected abstract boolean write(int stack, OrgId org, int row, int content);

    /// The same, for a row that goes.
    protected abstract boolean remove(int stack, OrgId org, int row);

    @BeforeEach
    void anOrgAtHome() {
        here = stack(0);
        there = stack(1);
        welcome(org);
    }

    private Span all() {
        return new Span(table(), Optional.empty(), Optional.empty());
    }

    private List<StoredRow> rows(StackStore stack) {
        return stack.rows(org).page(all(), OrgRows.PAGE_MAX);
    }

    private long copier() {
        return there.startCopy(org, here.home(org).orElseThrow()).orElseThrow();
    }

    @Test
    void rows_come_page_by_page_in_the_order_of_their_keys() {
        for (int row = 0; row < 5; row++) {
            assertThat(write(0, org, row, row)).isTrue();
        }

        Optional<RowKey> second = here.rows(org).end(table(), Optional.empty(), 2);
        Optional<RowKey> fourth = here.rows(org).end(table(), second, 2);

        List<StoredRow> rows = rows(here);
        assertThat(rows).hasSize(5);
        assertThat(second).contains(rows.get(1).key());
        assertThat(fourth).contains(rows.get(3).key());
        assertThat(here.rows(org).end(table(), fourth, 2)).isEmpty();
        assertThat(here.rows(org).page(new Span(table(), second, fourth), 9))
                .containsExactlyElementsOf(rows.subList(2, 4));
        assertThat(here.rows(org).read(List.of(rows.get(3).key(), rows.get(0).key())))
                .containsExactlyInAnyOrder(rows.get(0), rows.get(3));
    }

    @Test
    void what_is_applied_is_there_as_it_was() {
        assertThat(write(0, org, 1, 7)).isTrue();
        assertThat(write(0, org, 2, 8)).isTrue();
        long token = copier();
        assertThat(there.rows(org).print(all())).isNotEqualTo(here.rows(org).print(all()));

        StackStore.Applied first = there.apply(org, token, rows(here), List.of());
        StackStore.Applied again = there.apply(org, token, rows(here), List.of());

        assertThat(first).isEqualTo(StackStore.Applied.DONE);
        assertThat(again).isEqualTo(StackStore.Applied.DONE);
        assertThat(rows(there)).isEqualTo(rows(here));
        assertThat(there.rows(org).print(all())).isEqualTo(here.rows(org).print(all()));
    }

    @Test
    void a_row_that_changed_is_applied_anew_and_one_that_is_gone_goes() {
        assertThat(write(0, org, 1, 7)).isTrue();
        assertThat(write(0, org, 2, 8)).isTrue();
        long token = copier();
        assertThat(there.apply(org, token, rows(here), List.of()))
                .isEqualTo(StackStore.Applied.DONE);
        RowKey first = rows(here).getFirst().key();
        assertThat(remove(0, org, 1)).isTrue();
        assertThat(write(0, org, 2, 9)).isTrue();

        assertThat(there.apply(org, token, rows(here), List.of(first)))
                .isEqualTo(StackStore.Applied.DONE);

        assertThat(rows(there)).isEqualTo(rows(here)).hasSize(1);
    }

    @Test
    void every_write_of_a_moving_org_leaves_its_key() {
        assertThat(write(0, org, 1, 7)).isTrue();
        assertThat(here.startJournal(org)).isNotEmpty();

        assertThat(write(0, org, 1, 8)).isTrue();
        assertThat(write(0, org, 2, 8)).isTrue();
        assertThat(remove(0, org, 1)).isTrue();

        List<JournalEntry> journal = here.rows(org).journal(10);
        assertThat(journal).extracting(entry -> entry.key().table()).containsOnly(table());
        assertThat(journal).extracting(JournalEntry::key).hasSize(3).contains(key(2));
        assertThat(journal.get(0).key()).isEqualTo(journal.get(2).key());
        assertThat(here.rows(org).backlog()).isEqualTo(3);
    }

    private RowKey key(int row) {
        assertThat(row).isEqualTo(2);
        return rows(here).getFirst().key();
    }

    @Test
    void only_what_was_read_of_the_journal_is_forgotten() {
        assertThat(here.startJournal(org)).isNotEmpty();
        assertThat(write(0, org, 1, 7)).isTrue();
        List<JournalEntry> read = here.rows(org).journal(10);
        assertThat(write(0, org, 1, 8)).isTrue();

        here.rows(org).forget(read);

        assertThat(here.rows(org).journal(10)).hasSize(1).doesNotContainAnyElementsOf(read);
    }

    @Test
    void a_mover_ends_its_own_journal_only() {
        long first = here.startJournal(org).orElseThrow();
        long second = here.startJournal(org).orElseThrow();
        assertThat(write(0, org, 1, 7)).isTrue();

        here.stopJournal(org, first);
        assertThat(here.rows(org).backlog()).isEqualTo(1);
        here.stopJournal(org, second);

        assertThat(here.rows(org).backlog()).isZero();
        assertThat(write(0, org, 1, 8)).isTrue();
        assertThat(here.rows(org).backlog()).isZero();
    }

    @Test
    void a_copier_that_was_replaced_writes_nothing() {
        assertThat(write(0, org, 1, 7)).isTrue();
        long first = copier();
        long second = copier();

        assertThat(there.apply(org, first, rows(here), List.of()))
                .isEqualTo(StackStore.Applied.NOT_YOURS);
        assertThat(there.renewCopy(org, first)).isEmpty();

        assertThat(rows(there)).isEmpty();
        OptionalLong renewed = there.renewCopy(org, second);
        assertThat(there.apply(org, second, rows(here), List.of()))
                .isEqualTo(StackStore.Applied.NOT_YOURS);
        assertThat(there.apply(org, renewed.orElseThrow(), rows(here), List.of()))
                .isEqualTo(StackStore.Applied.DONE);
    }

    @Test
    void nobody_copies_into_an_orgs_home() {
        Home elsewhere = new Home(ELSEWHERE, 9);

        assertThat(here.startCopy(org, elsewhere)).isEmpty();
        assertThat(here.apply(org, 0, List.of(), List.of()))
                .isEqualTo(StackStore.Applied.NOT_YOURS);
    }

    @Test
    void nobody_writes_a_frozen_org_and_it_goes_on_when_it_thaws() {
        long mover = here.startJournal(org).orElseThrow();

        try (FrozenOrg frozen = here.freeze(org, mover).orElseThrow()) {
            assertThat(frozen.backlog()).isZero();
            assertThat(write(0, org, 1, 7)).isFalse();
        }

        assertThat(write(0, org, 1, 7)).isTrue();
        assertThat(here.home(org)).contains(new Home(here.stack(), 1));
    }

    @Test
    void an_org_that_was_let_go_is_written_where_it_went_alone() {
        long token = copier();
        long mover = here.startJournal(org).orElseThrow();
        try (FrozenOrg frozen = here.freeze(org, mover).orElseThrow()) {
            frozen.release(there.stack());
        }
        assertThat(write(0, org, 1, 7)).isFalse();
        assertThat(write(1, org, 1, 7)).isFalse();

        assertThat(there.activate(org, 2)).isTrue();

        assertThat(here.home(org)).contains(new Home(there.stack(), 2));
        assertThat(there.home(org)).contains(new Home(there.stack(), 2));
        assertThat(write(0, org, 1, 7)).isFalse();
        assertThat(write(1, org, 1, 7)).isTrue();
        assertThat(there.rows(org).backlog()).isEqualTo(1);
        assertThat(there.apply(org, token, List.of(), List.of()))
                .isEqualTo(StackStore.Applied.NOT_YOURS);
    }

    @Test
    void a_mover_that_is_it_no_more_freezes_nothing() {
        long first = here.startJournal(org).orElseThrow();
        assertThat(here.startJournal(org)).isNotEmpty();

        assertThat(here.freeze(org, first)).isEmpty();

        assertThat(write(0, org, 1, 7)).isTrue();
    }

    @Test
    void old_news_make_no_home() {
        var _ = copier();
        assertThat(there.activate(org, 1)).isFalse();
        assertThat(there.activate(org, 4)).isTrue();

        assertThat(there.activate(org, 6)).isFalse();
        assertThat(here.activate(org, 9)).isFalse();

        assertThat(there.home(org)).contains(new Home(there.stack(), 4));
    }

    @Test
    void nothing_is_copied_where_a_later_home_is_known() {
        assertThat(there.startCopy(org, new Home(ELSEWHERE, 5))).isNotEmpty();

        assertThat(there.startCopy(org, here.home(org).orElseThrow())).isEmpty();
    }
}
