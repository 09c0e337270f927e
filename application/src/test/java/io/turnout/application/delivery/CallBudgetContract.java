package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.CallBudget.Permit;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every account of calls promises: never one more than is ours.
public abstract class CallBudgetContract {
    private static final BudgetRule FIFTH = new BudgetRule(0.2, 0.05);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private Storage storage;
    private OrgId org;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        org = Ids.org();
        storage.welcome(org);
    }

    private static int granted(CallBudget budget, OrgId org, CallKind kind, int asked) {
        int granted = 0;
        for (int i = 0; i < asked; i++) {
            granted += budget.ask(org, kind) instanceof Permit.Granted ? 1 : 0;
        }
        return granted;
    }

    @Test
    void our_share_is_never_passed() {
        CallBudget budget = storage.callBudget(FIFTH);
        budget.heard(org, new CallUsage(0, 100, LONG_AGO));

        assertThat(granted(budget, org, CallKind.LIVE, 30)).isEqualTo(20);

        assertThat(budget.look(org).ours()).isEqualTo(20);
    }

    @Test
    void the_calls_of_a_day_are_told_by_quarters_of_an_hour() {
        CallBudget budget = storage.callBudget(FIFTH);
        budget.heard(org, new CallUsage(0, 100, LONG_AGO));
        assertThat(budget.day(org)).isEmpty();
        var _ = granted(budget, org, CallKind.LIVE, 3);
        storage.elapse(Duration.ofHours(2));
        var _ = granted(budget, org, CallKind.LIVE, 2);

        List<CallBudget.Quarter> day = budget.day(org);

        assertThat(day).extracting(CallBudget.Quarter::calls).containsExactly(3L, 2L);
        assertThat(Duration.between(day.getFirst().at(), day.getLast().at()))
                .isBetween(Duration.ofMinutes(105), Duration.ofMinutes(135));
        storage.elapse(Duration.ofHours(23));
        assertThat(budget.day(org)).extracting(CallBudget.Quarter::calls).containsExactly(2L);
    }

    @Test
    void a_hundred_who_ask_at_once_are_granted_our_share_and_no_more() {
        CallBudget one = storage.callBudget(FIFTH);
        CallBudget other = storage.callBudget(FIFTH);
        one.heard(org, new CallUsage(0, 200, LONG_AGO));

        List<Permit> permits =
                Race.of(100, i -> (i % 2 == 0 ? one : other).ask(org, CallKind.LIVE));

        assertThat(Race.count(permits, Permit.Granted.class)).isEqualTo(40);
    }

    @Test
    void what_everybody_used_leaves_us_less_than_our_share() {
        CallBudget budget = storage.callBudget(FIFTH);
        budget.heard(org, new CallUsage(92, 100, LONG_AGO));

        assertThat(granted(budget, org, CallKind.LIVE, 10)).isEqualTo(3);
    }

    @Test
    void the_last_calls_are_for_those_who_wait() {
        CallBudget budget = storage.callBudget(FIFTH);
        budget.heard(org, new CallUsage(0, 500, LONG_AGO));

        assertThat(granted(budget, org, CallKind.BACKFILL, 200)).isEqualTo(90);
        assertThat(granted(budget, org, CallKind.COUNTS, 200)).isEqualTo(5);
        assertThat(granted(budget, org, CallKind.LIVE, 200)).isEqualTo(5);
    }

    @Test
    void a_call_counts_for_a_day_and_then_no_more() {
        CallBudget budget = storage.callBudget(FIFTH);
        budget.heard(org, new CallUsage(0, 50, LONG_AGO));
        assertThat(granted(budget, org, CallKind.LIVE, 20)).isEqualTo(10);

        storage.elapse(Duration.ofHours(23));
        assertThat(granted(budget, org, CallKind.LIVE, 1)).isZero();
        storage.elapse(Duration.ofMinutes(90));

        assertThat(granted(budget, org, CallKind.LIVE, 1)).isEqualTo(1);
    }

    @Test
    void before_the_org_said_anything_a_few_calls_are_granted() {
        CallBudget budget = storage.callBudget(FIFTH);

        assertThat(granted(budget, org, CallKind.LIVE, 200)).isEqualTo(100);
    }

    @Test
    void an_org_that_is_used_up_is_left_alone_for_a_while() {
        CallBudget budget = storage.callBudget(FIFTH);
        budget.exhausted(org);

        assertThat(granted(budget, org, CallKind.LIVE, 1)).isZero();

        storage.elapse(Duration.ofMinutes(16));
        assertThat(granted(budget, org, CallKind.LIVE, 1)).isEqualTo(1);
    }

    @Test
    void an_org_whose_calls_were_used_up_by_others_is_asked_now_and_then() {
        CallBudget budget = storage.callBudget(FIFTH);
        assertThat(granted(budget, org, CallKind.LIVE, 1)).isEqualTo(1);
        budget.heard(org, new CallUsage(100, 100, LONG_AGO));
        assertThat(granted(budget, org, CallKind.LIVE, 5)).isZero();

        storage.elapse(Duration.ofMinutes(31));
        assertThat(granted(budget, org, CallKind.LIVE, 5)).isEqualTo(1);
        budget.heard(org, new CallUsage(10, 100, LONG_AGO));

        assertThat(granted(budget, org, CallKind.LIVE, 5)).isEqualTo(5);
    }

    @Test
    void one_org_spends_nothing_of_another() {
        CallBudget budget = storage.callBudget(FIFTH);
        OrgId other = Ids.org();
        storage.welcome(other);
        budget.heard(org, new CallUsage(0, 5, LONG_AGO));
        budget.heard(other, new CallUsage(0, 5, LONG_AGO));
        assertThat(granted(budget, org, CallKind.LIVE, 5)).isEqualTo(1);

        assertThat(granted(budget, other, CallKind.LIVE, 5)).isEqualTo(1);
    }
}
