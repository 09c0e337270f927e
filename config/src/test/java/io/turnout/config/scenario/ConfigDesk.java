package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresInstanceReports;
import io.turnout.adapters.postgres.PostgresProposals;
import io.turnout.application.memory.MemoryRehearsals;
import io.turnout.application.memory.MemorySettingProbes;
import io.turnout.application.memory.MemoryTrialInstances;
import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.JudgeProposal;
import io.turnout.application.setting.ProposeChange;
import io.turnout.application.setting.SettingPorts;
import io.turnout.application.setting.SettingUseCases;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.ChangeRule;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/// Two people who change settings. They share the database of a house and the place of its
/// variables and nothing else: whatever happens to a change, the house does.
final class ConfigDesk {
    private static final Author ADA = new Author("ada", "more seats", "");
    private static final Author BEN = new Author("ben", "seen", "");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SettingUseCases desk;

    ConfigDesk(Gate gate, ConfigVariables variables) {
        desk =
                SettingUseCases.over(
                        new SettingPorts(
                                variables,
                                new PostgresProposals(gate),
                                new MemoryTrialInstances(),
                                new PostgresInstanceReports(gate),
                                new MemorySettingProbes(),
                                new MemoryRehearsals(),
                                ChangeRule.USUAL));
    }

    /// One proposes, the other approves.
    ProposalId propose(String name, String value) {
        ProposalId id = new ProposalId(UUID.randomUUID());
        assertThat(desk.propose().propose(id, Edits.set(name, value), Proposal.Kind.USUAL, ADA))
                .isInstanceOf(ProposeChange.Outcome.Kept.class);
        judge(id, JudgeProposal.Verdict.APPROVE, BEN);
        return id;
    }

    /// A good one is, too, where the machine is so busy that its trial is slow.
    boolean isRejected(ProposalId id) {
        return stands(id).stage() == ChangeStage.REJECTED;
    }

    void confirm(ProposalId id) {
        judge(id, JudgeProposal.Verdict.CONFIRM, ADA);
    }

    private void judge(ProposalId id, JudgeProposal.Verdict verdict, Author author) {
        assertThat(desk.judge().judge(id, verdict, stands(id).version(), author))
                .containsInstanceOf(Ruling.Taken.class);
    }

    private Proposal stands(ProposalId id) {
        return desk.showOne().show(id).orElseThrow().proposal();
    }

    /// Until it is as far as that, and not elsewhere.
    Proposal await(ProposalId id, ChangeStage stage) throws InterruptedException {
        Set<ChangeStage> ends =
                Set.of(ChangeStage.CONFIRMED, ChangeStage.REVERTED, ChangeStage.REJECTED);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Proposal now = stands(id);
        while (now.stage() != stage && !ends.contains(now.stage()) && System.nanoTime() < end) {
            Thread.sleep(100);
            now = stands(id);
        }
        assertThat(now.stage()).as(now.progress().toString()).isEqualTo(stage);
        return now;
    }
}
