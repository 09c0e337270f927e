package io.turnout.application.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryAuditTrail;
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
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Ruling;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.TrialReport;
import io.turnout.domain.setting.Variables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// The whole way of a change, from a proposal to where a cloud keeps variables, and back from
/// there. Time and instances are the test's; the variables are the cloud's own, which begin with
/// none of ours. A cloud changes all instances at once: no single one goes ahead.
public abstract class GovernedVariablesContract {
    private static final Author ADA = new Author("ada", "more seats", "");
    private static final Author BEN = new Author("ben", "seen", "");
    private static final Why BY_HAND = new Why("cy@vendor.example", "by hand");
    private static final TrialReport GOOD = new TrialReport(true, 100, 0, 11, "");
    private static final String DATABASE = "jdbc:postgresql://db.example/turnout";

    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock =
            () -> Instant.parse("2026-11-30T12:00:00Z").plusSeconds(seconds.get());
    private final MemoryTrialInstances trials = new MemoryTrialInstances();
    private final MemoryInstanceReports reports = new MemoryInstanceReports(clock);
    private final MemoryProposals proposals =
            new MemoryProposals(new MemoryAuditTrail(clock), clock);

    /// Where the cloud keeps them.
    protected abstract ConfigVariables variables();

    /// As an instance has them: another one each time.
    private SettingUseCases desk(ConfigVariables seen) {
        return SettingUseCases.over(
                new SettingPorts(
                        seen,
                        proposals,
                        trials,
                        reports,
                        new MemorySettingProbes(),
                        new MemoryRehearsals(),
                        ChangeRule.USUAL));
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }

    protected final Variables now() {
        return done(variables().current());
    }

    private Applied byHand(Edits edits) {
        return done(variables().apply(edits, now().version(), BY_HAND));
    }

    protected final Proposal stands(ProposalId id) {
        return proposals.find(id).orElseThrow();
    }

    /// Somebody proposes, somebody else approves.
    protected final ProposalId approved(Edits edits) {
        var _ = byHand(Edits.set(SettingKeys.DATABASE_URL, DATABASE));
        trials.changeAllAtOnce();
        ProposalId id = new ProposalId(UUID.randomUUID());
        assertThat(desk(variables()).propose().propose(id, edits, Proposal.Kind.USUAL, ADA))
                .isInstanceOf(ProposeChange.Outcome.Kept.class);
        judge(id, JudgeProposal.Verdict.APPROVE, BEN);
        return id;
    }

    private void judge(ProposalId id, JudgeProposal.Verdict verdict, Author author) {
        assertThat(desk(variables()).judge().judge(id, verdict, stands(id).version(), author))
                .containsInstanceOf(Ruling.Taken.class);
    }

    /// Time goes on: two instances report each second, and one of them drives.
    protected final void pass(int span) {
        SettingUseCases desk = desk(variables());
        for (int second = 0; second < span; second++) {
            tick();
            var _ = desk.drive().drive();
        }
    }

    private void tick() {
        long _ = seconds.incrementAndGet();
        reports.keep("web.1", true, 0, 20);
        reports.keep("web.2", true, 0, 20);
    }

    protected final void trialSays(ProposalId id, TrialReport report) {
        MemoryRehearsals own = new MemoryRehearsals();
        own.go(report);
        assertThat(new TryProposal(proposals, own).tryOut(id)).contains(report);
    }

    private ProposalId watched() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        pass(4);
        trialSays(id, GOOD);
        pass(12);
        assertThat(stands(id).stage()).isEqualTo(ChangeStage.WATCHING);
        assertThat(now().values()).containsEntry(SettingKeys.POOL_SIZE, "20");
        return id;
    }

    @Test
    void what_is_confirmed_is_there_and_stays() {
        ProposalId id = watched();
        assertThat(stands(id).progress().applied()).contains(now().version());

        judge(id, JudgeProposal.Verdict.CONFIRM, ADA);
        pass(700);

        assertThat(stands(id).stage()).isEqualTo(ChangeStage.CONFIRMED);
        assertThat(now().values()).containsEntry(SettingKeys.POOL_SIZE, "20");
        assertThat(done(variables().history(1)).getFirst())
                .satisfies(
                        release -> {
                            assertThat(release.actor()).isEqualTo(ADA.actor());
                            assertThat(release.reason()).isEqualTo(id + ": more seats");
                        });
    }

    @Test
    void what_fails_its_trial_never_comes_there() {
        ProposalId id = approved(Edits.set(SettingKeys.CONNECTION_WAIT, "1ms"));
        long before = now().version();

        pass(4);
        trialSays(id, new TrialReport(true, 100, 40, 11, "timed out"));
        pass(4);

        assertThat(stands(id).stage()).isEqualTo(ChangeStage.REJECTED);
        assertThat(now().version()).isEqualTo(before);
        assertThat(now().values()).doesNotContainKey(SettingKeys.CONNECTION_WAIT);
    }

    @Test
    void what_nobody_confirms_goes_from_there_and_what_others_changed_since_stays() {
        ProposalId id = watched();
        var _ = byHand(Edits.set("OTHER", "thing"));

        pass(620);

        assertThat(stands(id).stage()).isEqualTo(ChangeStage.REVERTED);
        assertThat(now().values())
                .containsEntry("OTHER", "thing")
                .doesNotContainKey(SettingKeys.POOL_SIZE);
    }

    /// As where the cloud restarts whoever changes its variables.
    @Test
    void whoever_drives_may_be_restarted_by_the_change_and_the_time_to_confirm_goes_on() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        pass(4);
        trialSays(id, GOOD);
        long before = now().version();
        SettingUseCases restarted = desk(new DiesAfterTelling(variables()));
        for (int second = 0; second < 12 && now().version() == before; second++) {
            tick();
            dies(restarted);
        }
        long told = now().version();
        assertThat(stands(id).stage()).isEqualTo(ChangeStage.ALL);

        pass(12);
        assertThat(stands(id).stage()).isEqualTo(ChangeStage.WATCHING);
        assertThat(stands(id).progress().applied()).contains(told);
        assertThat(now().version()).isEqualTo(told);

        pass(620);
        assertThat(stands(id).stage()).isEqualTo(ChangeStage.REVERTED);
        assertThat(now().values()).doesNotContainKey(SettingKeys.POOL_SIZE);
    }

    private static void dies(SettingUseCases desk) {
        try {
            var _ = desk.drive().drive();
        } catch (Restarted _) {
            // Another instance goes on.
        }
    }

    private static final class Restarted extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    /// Variables of an instance that tells the cloud, and hears no answer any more.
    private record DiesAfterTelling(ConfigVariables told) implements ConfigVariables {
        @Override
        public Answer<Variables> current() {
            return told.current();
        }

        @Override
        public Answer<Applied> apply(Edits edits, long expected, Why why) {
            var _ = told.apply(edits, expected, why);
            throw new Restarted();
        }

        @Override
        public Answer<List<Release>> history(int most) {
            return told.history(most);
        }

        @Override
        public Answer<Variables> at(long version) {
            return told.at(version);
        }
    }
}
