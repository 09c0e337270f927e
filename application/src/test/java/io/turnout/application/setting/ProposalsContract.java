package io.turnout.application.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Refusal;
import io.turnout.domain.setting.ChangeRule;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Fare;
import io.turnout.domain.setting.Judging;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
import io.turnout.domain.setting.Staging;
import io.turnout.domain.setting.TrialReport;
import io.turnout.domain.setting.Variables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What every place for proposals promises. Each test begins with none.
public abstract class ProposalsContract {
    private static final Author ADA = new Author("ada", "more seats for the opening", "r-1");
    private static final Author BEN = new Author("ben", "seen", "r-2");
    private static final TrialReport OWN = new TrialReport(true, 200, 0, 12.5, "");
    private static final Fare TWO = new Fare(2, 0, 0.001, 40);
    private static final AtomicLong NUMBER = new AtomicLong();

    protected abstract Proposals proposals();

    protected abstract AuditTrail trail();

    /// So much time passes for what was looked at.
    protected abstract void elapse(Duration passed);

    private Proposal added(String name, Proposal.Kind kind) {
        return proposals()
                .add(
                        new ProposalId(new UUID(7, NUMBER.incrementAndGet())),
                        new Proposal.Terms(
                                List.of(
                                        new Variables.Change(
                                                name, Optional.empty(), Optional.of("20")),
                                        new Variables.Change(
                                                "TURNOUT_LOG_LEVEL",
                                                Optional.of("WARN"),
                                                Optional.empty())),
                                4,
                                "ada",
                                ADA.reason(),
                                kind),
                        ADA);
    }

    private Proposal guarded() {
        return added("TURNOUT_POOL_SIZE", Proposal.Kind.USUAL);
    }

    private Proposal urgent() {
        return added("TURNOUT_POOL_SIZE", Proposal.Kind.URGENT);
    }

    private Ruling begin(Proposal proposal) {
        return proposals()
                .change(
                        proposal.id(),
                        "begin",
                        ADA,
                        (one, now) -> Staging.begin(one, OWN, TWO, now))
                .orElseThrow();
    }

    @Test
    void what_was_added_is_found_as_it_was_with_its_first_step() {
        Proposal added = guarded();

        assertThat(proposals().find(added.id())).contains(added);
        assertThat(proposals().list(1)).containsExactly(added);
        assertThat(proposals().history(added.id(), 9))
                .singleElement()
                .satisfies(
                        step -> {
                            assertThat(step.actor()).isEqualTo("ada");
                            assertThat(step.verb()).isEqualTo("propose");
                            assertThat(step.stage()).isEqualTo(ChangeStage.CHECKED);
                        });
        assertThat(proposals().find(new ProposalId(new UUID(0, 1)))).isEmpty();
    }

    @Test
    void every_part_of_it_is_kept_on_its_whole_way() {
        Proposal one = urgent();
        var _ = begin(one);
        TrialReport report = new TrialReport(true, 200, 0, 14.25, "");
        var _ = proposals().change(one.id(), "trial", ADA, (at, _) -> Staging.report(at, report));
        ChangeRule rule = ChangeRule.USUAL;
        var _ =
                proposals()
                        .change(
                                one.id(),
                                "on",
                                ADA,
                                (at, now) -> Staging.afterTrial(at, false, rule, now));
        var _ =
                proposals()
                        .change(
                                one.id(),
                                "on",
                                ADA,
                                (at, now) -> Staging.afterCanary(at, TWO, 0, rule, now));
        Optional<Ruling> told =
                proposals()
                        .change(
                                one.id(),
                                "on",
                                ADA,
                                (at, now) -> Staging.applied(at, 5, rule, now));

        assertThat(told).get().isInstanceOf(Ruling.Taken.class);
        Proposal kept = proposals().find(one.id()).orElseThrow();
        assertThat(told).contains(new Ruling.Taken(kept));
        assertThat(kept.stage()).isEqualTo(ChangeStage.WATCHING);
        assertThat(kept.progress().trial()).contains(report);
        assertThat(kept.progress().now()).contains(OWN);
        assertThat(kept.progress().before()).contains(TWO);
        assertThat(kept.progress().applied()).contains(5L);
        assertThat(proposals().history(one.id(), 99)).hasSize(6);
    }

    @Test
    void a_step_stands_in_the_audit_trail_with_what_changes() {
        Proposal one = guarded();

        var _ =
                proposals()
                        .change(
                                one.id(),
                                "approve",
                                BEN,
                                (at, now) -> Judging.approve(at, 1, "ben", "seen", now));

        List<AuditRecord> records = trail().read(AuditTrail.Query.after(0, 1_000));
        assertThat(records.getLast().entry().actor()).isEqualTo("ben");
        assertThat(records.getLast().entry().subject())
                .contains(one.id().toString())
                .contains("TURNOUT_POOL_SIZE=usual>20");
    }

    @Test
    void of_two_who_approve_at_once_one_is_told_that_it_is_not_now() throws Exception {
        Proposal one = guarded();
        List<Callable<Ruling>> both =
                List.of("ben", "eve").stream()
                        .<Callable<Ruling>>map(
                                who ->
                                        () ->
                                                proposals()
                                                        .change(
                                                                one.id(),
                                                                "approve",
                                                                new Author(who, "seen", ""),
                                                                (at, now) ->
                                                                        Judging.approve(
                                                                                at,
                                                                                at.version(),
                                                                                who,
                                                                                "seen",
                                                                                now))
                                                        .orElseThrow())
                        .toList();

        try (ExecutorService crowd = Executors.newFixedThreadPool(2)) {
            List<Ruling> rulings = crowd.invokeAll(both).stream().map(Future::resultNow).toList();

            assertThat(rulings).filteredOn(Ruling.Taken.class::isInstance).hasSize(1);
            assertThat(rulings).contains(new Ruling.Refused(Refusal.NOT_NOW));
        }
        assertThat(proposals().history(one.id(), 9)).hasSize(2);
    }

    @Test
    void one_change_at_a_time_is_under_way() throws Exception {
        List<Proposal> many = List.of(urgent(), urgent(), urgent(), urgent());
        List<Callable<Ruling>> all =
                many.stream().<Callable<Ruling>>map(one -> () -> begin(one)).toList();

        try (ExecutorService crowd = Executors.newFixedThreadPool(4)) {
            List<Ruling> rulings = crowd.invokeAll(all).stream().map(Future::resultNow).toList();

            assertThat(rulings).filteredOn(Ruling.Taken.class::isInstance).hasSize(1);
            assertThat(rulings).filteredOn(new Ruling.Refused(Refusal.NOT_NOW)::equals).hasSize(3);
        }
    }

    @Test
    void what_may_begin_is_due_once_and_again_after_a_rest_and_what_is_under_way_comes_first() {
        Proposal waits = guarded();
        assertThat(proposals().due()).isEmpty();
        Proposal first = urgent();
        Proposal second = urgent();

        assertThat(proposals().due()).contains(first.id());
        var _ = begin(second);
        assertThat(proposals().due()).contains(second.id());
        assertThat(proposals().due()).isEmpty();

        elapse(Proposals.REST.plusMillis(1));
        assertThat(proposals().due()).contains(second.id());
        assertThat(proposals().list(9)).extracting(Proposal::id).contains(waits.id());
    }
}
