package io.turnout.application.setting;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Flaw;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.SettingRules;
import io.turnout.domain.setting.Variables;
import java.util.List;

/// Somebody wants settings to be others. What is not sound, or names what does not answer, is
/// nowhere kept, so that it can never reach an instance.
public final class ProposeChange {
    private final SettingPorts ports;

    public ProposeChange(SettingPorts ports) {
        this.ports = ports;
    }

    /// What came of it.
    public sealed interface Outcome {
        record Kept(Proposal proposal) implements Outcome {}

        record Rejected(List<Flaw> flaws) implements Outcome {
            public Rejected {
                flaws = List.copyOf(flaws);
            }
        }

        /// Where variables are kept nobody answers, or not us.
        record Away(Failure why) implements Outcome {}
    }

    /// `id` is the one it will have.
    public Outcome propose(ProposalId id, Edits edits, Proposal.Kind kind, Author author) {
        return switch (ports.variables().current()) {
            case Answer.Failed<Variables>(var why) -> new Outcome.Away(why);
            case Answer.Done<Variables>(var now) -> propose(id, now, edits, kind, author);
        };
    }

    private Outcome propose(
            ProposalId id, Variables now, Edits edits, Proposal.Kind kind, Author author) {
        List<Flaw> flaws = SettingRules.flaws(now, edits);
        if (flaws.isEmpty()) {
            flaws =
                    ports.probes()
                            .probe(
                                    SettingKeys.effective(now.after(edits)),
                                    edits.values().keySet());
        }
        if (!flaws.isEmpty()) {
            return new Outcome.Rejected(flaws);
        }
        Proposal.Terms terms =
                new Proposal.Terms(
                        now.changes(edits), now.version(), author.actor(), author.reason(), kind);
        return new Outcome.Kept(ports.proposals().add(id, terms, author));
    }
}
