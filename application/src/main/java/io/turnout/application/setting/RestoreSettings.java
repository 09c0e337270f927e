package io.turnout.application.setting;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Flaw;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.SettingKey;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.SettingRules;
import io.turnout.domain.setting.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings as they were in an earlier version. Back to what was confirmed last, nobody has to
/// approve; anything older is a proposal like others. Secrets stay as they are.
public final class RestoreSettings {
    private final SettingPorts ports;

    public RestoreSettings(SettingPorts ports) {
        this.ports = ports;
    }

    /// `id` is the one the change will have.
    public ProposeChange.Outcome restore(ProposalId id, long version, Author author) {
        Answer<Both> both =
                ports.variables()
                        .current()
                        .then(
                                now ->
                                        ports.variables()
                                                .at(version)
                                                .map(then -> new Both(now, then)));
        return switch (both) {
            case Answer.Failed<Both>(var why) -> new ProposeChange.Outcome.Away(why);
            case Answer.Done<Both>(var known) -> restore(id, known, version, author);
        };
    }

    private record Both(Variables now, Variables then) {}

    private ProposeChange.Outcome restore(ProposalId id, Both both, long version, Author author) {
        Map<String, Optional<String>> back = new HashMap<>();
        for (SettingKey key : SettingKeys.ALL) {
            Optional<String> then = Optional.ofNullable(both.then().values().get(key.name()));
            Optional<String> now = Optional.ofNullable(both.now().values().get(key.name()));
            if (!key.isSecret() && !then.equals(now)) {
                back.put(key.name(), then);
            }
        }
        if (back.isEmpty()) {
            return new ProposeChange.Outcome.Rejected(
                    List.of(new Flaw("version", "is what holds already")));
        }
        Edits edits = new Edits(back);
        List<Flaw> flaws = SettingRules.flaws(both.now(), edits);
        return flaws.isEmpty()
                ? new ProposeChange.Outcome.Kept(
                        ports.proposals()
                                .add(id, terms(both.now(), edits, version, author), author))
                : new ProposeChange.Outcome.Rejected(flaws);
    }

    private Proposal.Terms terms(Variables now, Edits edits, long version, Author author) {
        return new Proposal.Terms(
                now.changes(edits),
                now.version(),
                author.actor(),
                author.reason(),
                isConfirmedLast(version) ? Proposal.Kind.RESTORE : Proposal.Kind.USUAL);
    }

    private boolean isConfirmedLast(long version) {
        return ports.proposals().list(Proposals.PAGE_MAX).stream()
                .filter(one -> one.stage() == ChangeStage.CONFIRMED)
                .flatMap(one -> one.progress().applied().stream())
                .mapToLong(Long::longValue)
                .max()
                .stream()
                .anyMatch(last -> last == version);
    }
}
