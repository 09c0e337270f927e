package io.turnout.application.rollout;

import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Progressing;
import io.turnout.domain.rollout.Rollout;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An org's administrator says of a feature: early, please, or not for us, or says no longer
/// anything; itself, or by an operator. Who had it and wants it no more loses it at once. Whoever
/// wants it is taken by the next wave that is for those, also by one that has begun.
public final class ChooseForOrg {
    private final RolloutPorts ports;

    public ChooseForOrg(RolloutPorts ports) {
        this.ports = ports;
    }

    /// False where the org is not at home here. The same said again by the same changes nothing.
    public boolean choose(Flag flag, OrgId org, Optional<Choice> choice, Author author) {
        if (ports.profiles().find(org).isEmpty()) {
            return false;
        }
        Optional<Choices.Said> before = Optional.ofNullable(ports.choices().of(org).get(flag));
        boolean same =
                before.map(Choices.Said::choice).equals(choice)
                        && before.filter(said -> !said.actor().equals(author.actor())).isEmpty();
        if (!same) {
            var _ = ports.trail().append(record(flag, org, choice, author));
            choice.ifPresentOrElse(
                    said -> ports.choices().choose(flag, org, said, author),
                    () -> ports.choices().forget(flag, org));
        }
        if (choice.filter(Choice.OUT::equals).isPresent()) {
            letGo(flag, org, author);
        }
        return true;
    }

    private static AuditEntry record(Flag flag, OrgId org, Optional<Choice> choice, Author author) {
        String word = choice.map(said -> said.name().toLowerCase(Locale.ROOT)).orElse("none");
        return new AuditEntry(
                author.actor(),
                "choose " + flag.key() + ": " + word,
                Optional.of(org),
                author.reason(),
                "asked",
                author.request());
    }

    private void letGo(Flag flag, OrgId org, Author author) {
        for (Rollout rollout : ports.rollouts().list(Rollouts.Query.of(flag, Optional.empty()))) {
            if (rollout.members().containsKey(org)) {
                var _ =
                        ports.rollouts()
                                .change(
                                        rollout.plan().id(),
                                        new Rollouts.Deed("opt out", author),
                                        (at, now) -> Progressing.optedOut(at, Set.of(org), now));
            }
        }
        var _ = ports.overlay().refresh();
    }
}
