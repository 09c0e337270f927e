package io.turnout.application.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryConfigVariables;
import io.turnout.application.memory.MemoryInstanceReports;
import io.turnout.application.memory.MemoryProposals;
import io.turnout.application.memory.MemoryRehearsals;
import io.turnout.application.memory.MemorySettingProbes;
import io.turnout.application.memory.MemoryTrialInstances;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.ChangeRule;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Flaw;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.TrialReport;
import io.turnout.domain.setting.Variables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SettingScenarioTest {
    private static final Author ADA = new Author("ada", "more seats", "");
    private static final Author BEN = new Author("ben", "seen", "");
    private static final String DATABASE = "jdbc:postgresql://db.example/turnout";

    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock =
            () -> Instant.parse("2026-11-30T12:00:00Z").plusSeconds(seconds.get());
    private final MemoryConfigVariables variables = new MemoryConfigVariables(clock);
    private final MemoryTrialInstances trials = new MemoryTrialInstances();
    private final MemoryInstanceReports reports = new MemoryInstanceReports(clock);
    private final MemorySettingProbes probes = new MemorySettingProbes();
    private final MemoryRehearsals rehearsals = new MemoryRehearsals();
    private final MemoryProposals proposals =
            new MemoryProposals(new MemoryAuditTrail(clock), clock);
    private final SettingUseCases desk =
            SettingUseCases.over(
                    new SettingPorts(
                            variables,
                            proposals,
                            trials,
                            reports,
                            probes,
                            rehearsals,
                            ChangeRule.USUAL));
    private final AtomicLong ids = new AtomicLong();

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }

    private Variables now() {
        return done(variables.current());
    }

    private Applied byHand(Edits edits) {
        return done(variables.apply(edits, now().version(), new Why("hand", "by hand")));
    }

    private ProposeChange.Outcome propose(Edits edits, Proposal.Kind kind) {
        return desk.propose()
                .propose(new ProposalId(new UUID(1, ids.incrementAndGet())), edits, kind, ADA);
    }

    private ProposalId kept(ProposeChange.Outcome outcome) {
        assertThat(outcome).isInstanceOf(ProposeChange.Outcome.Kept.class);
        return ((ProposeChange.Outcome.Kept) outcome).proposal().id();
    }

    private ProposalId approved(Edits edits) {
        if (now().values().isEmpty()) {
            var _ = byHand(Edits.set(SettingKeys.DATABASE_URL, DATABASE));
        }
        ProposalId id = kept(propose(edits, Proposal.Kind.USUAL));
        var _ = judge(id, JudgeProposal.Verdict.APPROVE, BEN);
        return id;
    }

    private Optional<Ruling> judge(ProposalId id, JudgeProposal.Verdict verdict, Author author) {
        return desk.judge().judge(id, verdict, stage(id).version(), author);
    }

    private Proposal stage(ProposalId id) {
        return proposals.find(id).orElseThrow();
    }

    /// Time goes on: `instances` report each second, and whoever drives, drives.
    private void pass(int span, int instances) {
        for (int second = 0; second < span; second++) {
            seconds.incrementAndGet();
            for (int one = 1; one <= instances; one++) {
                reports.keep("web." + one, true, 0, 20);
            }
            var _ = desk.drive().drive();
        }
    }

    private void trialReports(ProposalId id, TrialReport report) {
        MemoryRehearsals own = new MemoryRehearsals();
        own.go(report);
        assertThat(new TryProposal(proposals, own).tryOut(id)).contains(report);
    }

    private ProposalId watched() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        pass(4, 2);
        trialReports(id, new TrialReport(true, 100, 0, 11, ""));
        pass(25, 3);
        assertThat(stage(id).stage()).isEqualTo(ChangeStage.WATCHING);
        return id;
    }

    @Test
    void a_change_goes_from_a_trial_to_one_to_all_and_stays_when_it_is_confirmed() {
        ProposalId id = watched();
        assertThat(now().values()).containsEntry(SettingKeys.POOL_SIZE, "20");
        assertThat(trials.renewals()).isEqualTo(1);
        assertThat(trials.running()).isZero();

        var _ = judge(id, JudgeProposal.Verdict.CONFIRM, ADA);
        pass(700, 2);

        assertThat(stage(id).stage()).isEqualTo(ChangeStage.CONFIRMED);
        assertThat(now().values()).containsEntry(SettingKeys.POOL_SIZE, "20");
    }

    @Test
    void what_nobody_confirms_in_ten_minutes_is_as_it_was() {
        ProposalId id = watched();

        pass(580, 2);
        assertThat(stage(id).stage()).isEqualTo(ChangeStage.WATCHING);
        pass(40, 2);

        assertThat(stage(id).stage()).isEqualTo(ChangeStage.REVERTED);
        assertThat(now().values()).doesNotContainKey(SettingKeys.POOL_SIZE);
    }

    @Test
    void instances_that_stay_away_take_it_back_within_a_minute() {
        ProposalId id = watched();
        pass(30, 2);

        pass(60, 1);

        assertThat(stage(id).stage()).isEqualTo(ChangeStage.REVERTED);
        assertThat(stage(id).progress().note()).contains("of 2 instances 1 are left");
        assertThat(now().values()).doesNotContainKey(SettingKeys.POOL_SIZE);
    }

    @Test
    void a_trial_that_fails_or_is_silent_changes_nothing_for_anybody() {
        ProposalId failing = approved(Edits.set(SettingKeys.CONNECTION_WAIT, "1ms"));
        pass(4, 2);
        trialReports(failing, new TrialReport(true, 100, 40, 11, "timed out"));
        pass(4, 2);
        ProposalId silent = approved(Edits.set(SettingKeys.DATABASE_URL, DATABASE + "2"));
        pass(60, 2);

        assertThat(stage(failing).stage()).isEqualTo(ChangeStage.REJECTED);
        assertThat(stage(failing).progress().note()).contains("40 of 100");
        assertThat(stage(silent).stage()).isEqualTo(ChangeStage.REJECTED);
        assertThat(now().version()).isEqualTo(1);
        assertThat(trials.running()).isZero();
    }

    @Test
    void a_trial_that_dies_is_over_at_the_next_look() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        pass(4, 2);
        trials.kill(id);

        pass(3, 2);

        assertThat(stage(id).stage()).isEqualTo(ChangeStage.REJECTED);
        assertThat(stage(id).progress().note()).isEqualTo("the trial ended without a word");
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void one_instance_that_does_not_come_stops_it_where_a_trial_saw_nothing() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "2"));
        pass(4, 2);
        trialReports(id, new TrialReport(true, 100, 0, 11, ""));

        pass(25, 2);

        assertThat(stage(id).stage()).isEqualTo(ChangeStage.REJECTED);
        assertThat(stage(id).progress().note()).contains("one instance: of 3 instances 2");
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void what_somebody_changed_by_hand_meanwhile_is_a_conflict_and_stays() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        var _ = byHand(Edits.set(SettingKeys.POOL_SIZE, "12"));

        pass(4, 2);
        trialReports(id, new TrialReport(true, 100, 0, 11, ""));
        pass(25, 3);

        assertThat(stage(id).stage()).isEqualTo(ChangeStage.REJECTED);
        assertThat(stage(id).progress().note()).contains("somebody else");
        assertThat(now().values()).containsEntry(SettingKeys.POOL_SIZE, "12");
    }

    @Test
    void what_somebody_changed_by_hand_after_it_stays_theirs_when_it_is_taken_back() {
        ProposalId id = watched();
        var _ = byHand(Edits.set("OTHER", "thing"));

        var _ = judge(id, JudgeProposal.Verdict.REVERT, BEN);
        pass(4, 2);

        assertThat(stage(id).stage()).isEqualTo(ChangeStage.REVERTED);
        assertThat(now().values())
                .isEqualTo(Map.of(SettingKeys.DATABASE_URL, DATABASE, "OTHER", "thing"));
    }

    @Test
    void whoever_takes_over_does_not_tell_the_cloud_twice() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        pass(4, 2);
        trialReports(id, new TrialReport(true, 100, 0, 11, ""));
        pass(4, 3);
        Applied byOneThatDied =
                done(
                        variables.apply(
                                stage(id).terms().edits(),
                                now().version(),
                                new Why("ada", id + ": more seats")));

        pass(25, 3);

        assertThat(stage(id).stage()).isEqualTo(ChangeStage.WATCHING);
        assertThat(stage(id).progress().applied()).contains(byOneThatDied.version());
        assertThat(now().version()).isEqualTo(byOneThatDied.version());
    }

    @Test
    void back_to_what_was_confirmed_last_is_one_action_and_older_things_are_proposals() {
        ProposalId good = watched();
        var _ = judge(good, JudgeProposal.Verdict.CONFIRM, ADA);
        long confirmed = now().version();
        var _ = byHand(Edits.set(SettingKeys.POOL_SIZE, "3"));

        ProposalId back =
                kept(desk.restore().restore(new ProposalId(new UUID(2, 1)), confirmed, BEN));
        pass(8, 2);

        assertThat(now().values()).containsEntry(SettingKeys.POOL_SIZE, "20");
        assertThat(stage(back).stage()).isEqualTo(ChangeStage.WATCHING);
        pass(45, 2);
        assertThat(stage(back).stage()).isEqualTo(ChangeStage.CONFIRMED);
        ProposalId older = kept(desk.restore().restore(new ProposalId(new UUID(2, 2)), 1, BEN));
        pass(8, 2);
        assertThat(stage(older).stage()).isEqualTo(ChangeStage.CHECKED);
    }

    @Test
    void what_does_not_answer_is_not_even_kept() {
        var _ = byHand(Edits.set(SettingKeys.DATABASE_URL, DATABASE));
        probes.goesAway("jdbc:postgresql://nowhere.example/turnout");

        ProposeChange.Outcome outcome =
                propose(
                        Edits.set(
                                SettingKeys.DATABASE_URL,
                                "jdbc:postgresql://nowhere.example/turnout"),
                        Proposal.Kind.URGENT);

        assertThat(outcome)
                .isEqualTo(
                        new ProposeChange.Outcome.Rejected(
                                List.of(new Flaw(SettingKeys.DATABASE_URL, "does not answer"))));
        assertThat(proposals.list(1)).isEmpty();
    }
}
