package io.turnout.application.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.nudging.Nudge;
import io.turnout.application.publishing.CatalogPolls.Outcome;
import io.turnout.application.publishing.CatalogPolls.Poll;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Marks;
import io.turnout.domain.publishing.PollRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is promised of asking orgs what changed in them.
public abstract class CatalogPollsContract {
    private static final Instant MARK = Instant.parse("2026-11-22T08:00:00.123Z");
    private static final Marks MARKS =
            new Marks(
                    Optional.of(Marks.Place.from(MARK)),
                    Optional.empty(),
                    Optional.of(Marks.Place.from(MARK.plusSeconds(1))));

    /// More than an interval differs from the rule by chance.
    private static final double LATEST = 1.11;

    private Storage storage;
    private CatalogPolls polls;
    private OrgId org;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        polls = storage.catalogPolls();
        drain();
        org = Ids.org();
        storage.welcome(org);
        storage.callBudget(BudgetRule.USUAL)
                .heard(org, new CallUsage(0, 1_000_000, Instant.parse("2020-01-01T00:00:00Z")));
        polls.watch(org);
    }

    /// Orgs of others are asked too; they are settled until long after this test.
    private void drain() {
        for (Optional<Poll> other = polls.take(); other.isPresent(); other = polls.take()) {
            polls.settle(other.get(), read(false));
        }
    }

    private static Outcome.Read read(boolean untold) {
        return new Outcome.Read(MARKS, Set.of(), Optional.empty(), untold, false);
    }

    private Poll take() {
        for (int i = 0; i < 100; i++) {
            Poll poll = polls.take().orElseThrow();
            if (poll.org().equals(org)) {
                return poll;
            }
            polls.settle(poll, read(false));
        }
        throw new IllegalStateException("too many orgs are due");
    }

    private boolean isDue() {
        for (Optional<Poll> poll = polls.take(); poll.isPresent(); poll = polls.take()) {
            if (poll.get().org().equals(org)) {
                return true;
            }
            polls.settle(poll.get(), read(false));
        }
        return false;
    }

    private Duration interval() {
        return polls.look(org).orElseThrow().interval();
    }

    private void elapse(Duration interval) {
        storage.elapse(Duration.ofMillis((long) (interval.toMillis() * LATEST)));
    }

    @Test
    void an_org_is_first_asked_for_all_it_has_and_then_for_what_is_new() {
        Poll first = take();
        assertThat(first.listing()).isPresent();
        assertThat(first.marks()).isEqualTo(Marks.NONE);
        assertThat(first.deletedSince()).isEmpty();

        polls.settle(
                first, new Outcome.Read(MARKS, Set.of("a@1"), Optional.of(MARK), false, false));
        assertThat(isDue()).isFalse();
        elapse(PollRule.SHORTEST);
        Poll second = take();

        assertThat(second.listing()).isEmpty();
        assertThat(second.marks()).isEqualTo(MARKS);
        assertThat(second.seen()).containsExactly("a@1");
        assertThat(second.attempt()).isGreaterThan(first.attempt());
    }

    @Test
    void an_org_that_is_watched_twice_goes_on_where_it_was() {
        polls.settle(take(), read(false));

        polls.watch(org);

        assertThat(isDue()).isFalse();
        assertThat(polls.look(Ids.org())).isEmpty();
    }

    @Test
    void one_instance_asks_at_a_time_and_one_that_died_is_replaced() {
        List<Boolean> asked =
                Race.of(
                        10,
                        _ -> {
                            Optional<Poll> poll = storage.catalogPolls().take();
                            return poll.filter(mine -> mine.org().equals(org)).isPresent();
                        });
        assertThat(asked.stream().filter(yes -> yes)).hasSize(1);
        assertThat(isDue()).isFalse();

        storage.elapse(CatalogPolls.LEASE);

        assertThat(isDue()).isTrue();
    }

    @Test
    void a_poll_that_lost_its_lease_keeps_nothing() {
        Poll slow = take();
        storage.elapse(CatalogPolls.LEASE);
        Poll quick = take();
        polls.settle(quick, read(false));

        polls.settle(slow, new Outcome.Failed("late"));

        assertThat(polls.look(org).orElseThrow().failure()).isEmpty();
    }

    @Test
    void without_nudges_an_org_is_asked_every_minute() {
        for (int i = 0; i < 3; i++) {
            polls.settle(take(), read(false));
            assertThat(interval()).isEqualTo(PollRule.SHORTEST);
            elapse(PollRule.SHORTEST);
        }
    }

    @Test
    void while_nudges_come_it_is_asked_less_often_until_one_was_missed() {
        polls.settle(take(), read(false));
        assertThat(storage.nudges().keep(nudge())).isTrue();
        for (int minutes : new int[] {2, 4, 8, 15, 15}) {
            elapse(interval());
            polls.settle(take(), read(false));
            assertThat(interval()).isEqualTo(Duration.ofMinutes(minutes));
        }

        elapse(interval());
        polls.settle(take(), read(true));
        assertThat(interval()).isEqualTo(PollRule.SHORTEST);

        elapse(interval());
        polls.settle(take(), read(false));
        assertThat(interval()).isEqualTo(Duration.ofMinutes(2));
        storage.elapse(PollRule.NUDGES_COUNT);
        polls.settle(take(), read(false));
        assertThat(interval()).isEqualTo(PollRule.SHORTEST);
    }

    private Nudge nudge() {
        return new Nudge(org, "msg-" + Ids.key().value(), new Nudge.About.Events(List.of()));
    }

    @Test
    void deleted_rows_are_looked_for_once_an_hour() {
        polls.settle(take(), new Outcome.Read(MARKS, Set.of(), Optional.of(MARK), false, false));
        elapse(PollRule.SHORTEST);
        Poll soon = take();
        assertThat(soon.deletedSince()).isEmpty();
        polls.settle(soon, read(false));

        storage.elapse(CatalogPolls.SWEEP);

        assertThat(take().deletedSince()).contains(MARK);
    }

    @Test
    void all_is_listed_again_when_somebody_wants_it_also_while_it_is_listed() {
        polls.settle(take(), read(false));
        polls.relist(org);
        assertThat(isDue()).isFalse();
        storage.elapse(CatalogPolls.SPACING);

        Poll listing = take();
        assertThat(listing.listing()).isPresent();
        polls.relist(org);
        polls.relist(org);
        polls.settle(listing, read(false));
        assertThat(polls.look(org).orElseThrow().listing()).isTrue();
        storage.elapse(CatalogPolls.SPACING);

        Poll again = take();
        assertThat(again.listing()).isPresent();
        polls.settle(again, read(false));
        assertThat(polls.look(org).orElseThrow().listing()).isFalse();
    }

    @Test
    void a_poll_that_could_not_tell_all_lists_all_the_next_time() {
        polls.settle(take(), read(false));
        elapse(PollRule.SHORTEST);
        polls.settle(take(), new Outcome.Read(MARKS, Set.of(), Optional.empty(), true, true));
        storage.elapse(CatalogPolls.SPACING);

        assertThat(take().listing()).isPresent();
    }

    @Test
    void a_poll_that_failed_says_why_keeps_its_marks_and_is_tried_again() {
        polls.settle(take(), read(false));
        elapse(PollRule.SHORTEST);
        polls.settle(take(), new Outcome.Failed("no login"));

        CatalogPolls.View view = polls.look(org).orElseThrow();
        assertThat(view.failure())
                .hasValueSatisfying(
                        failure -> {
                            assertThat(failure.why()).isEqualTo("no login");
                            assertThat(failure.failures()).isEqualTo(1);
                        });
        assertThat(view.lastSuccess()).isPresent();
        elapse(PollRule.SHORTEST);
        Poll next = take();
        assertThat(next.marks()).isEqualTo(MARKS);
        polls.settle(next, new Outcome.Failed("no login"));
        assertThat(interval()).isEqualTo(Duration.ofMinutes(2));
    }
}
