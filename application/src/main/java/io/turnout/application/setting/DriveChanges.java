package io.turnout.application.setting;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Fare;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
import io.turnout.domain.setting.Staging;
import io.turnout.domain.setting.TrialReport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Takes the change that is under way one step further, on whichever instance looks first. Every
/// step may be repeated, so that another goes on where one has died.
public final class DriveChanges {
    private static final Author DRIVER = new Author("settings:driver", "as proposed", "");

    private final SettingPorts ports;
    private final VariableMoves moves;

    public DriveChanges(SettingPorts ports) {
        this.ports = ports;
        this.moves = new VariableMoves(ports.variables());
    }

    /// Whether there was something to look at.
    public boolean drive() {
        Optional<ProposalId> due = ports.proposals().due();
        ports.trials().endOthers(underWay());
        due.flatMap(ports.proposals()::find).ifPresent(this::step);
        return due.isPresent();
    }

    private Optional<ProposalId> underWay() {
        return ports.proposals().list(Proposals.PAGE_MAX).stream()
                .filter(
                        one ->
                                one.stage() == ChangeStage.TRIAL
                                        || one.stage() == ChangeStage.CANARY)
                .map(Proposal::id)
                .findFirst();
    }

    private void step(Proposal proposal) {
        switch (proposal.stage()) {
            case CHECKED -> begin(proposal);
            case TRIAL -> trial(proposal);
            case CANARY -> canary(proposal);
            case ALL -> apply(proposal);
            case WATCHING -> watch(proposal);
            case REVERTING -> revert(proposal);
            case CONFIRMED, REVERTED, REJECTED, WITHDRAWN -> {}
        }
    }

    private void begin(Proposal proposal) {
        TrialReport own = ports.rehearsals().rehearse();
        Fare fare = ports.reports().fare();
        Optional<Ruling> begun = ruled(proposal, (at, now) -> Staging.begin(at, own, fare, now));
        boolean trial =
                begun.stream()
                        .anyMatch(
                                one ->
                                        one instanceof Ruling.Taken(var after)
                                                && after.stage() == ChangeStage.TRIAL);
        if (trial) {
            ports.trials()
                    .start(proposal.id(), variables(proposal))
                    .ifPresent(_ -> reject(proposal, "no trial could be started"));
        }
    }

    /// Asked before the proposal is read again: what a trial said before it ended is then there.
    private void trial(Proposal proposal) {
        boolean isOver = ports.trials().isOver(proposal.id());
        move(proposal, (at, now) -> Staging.afterTrial(at, isOver, ports.rule(), now));
    }

    private static Map<String, String> variables(Proposal proposal) {
        return proposal.terms().changes().stream()
                .filter(change -> change.after().isPresent())
                .collect(
                        Collectors.toMap(
                                change -> change.name(), change -> change.after().orElseThrow()));
    }

    private void reject(Proposal proposal, String why) {
        move(proposal, (at, now) -> Staging.rejected(at, why, now));
    }

    private void canary(Proposal proposal) {
        int canaries = ports.trials().join(proposal.id(), variables(proposal));
        Fare fare = ports.reports().fare();
        move(proposal, (at, now) -> Staging.afterCanary(at, fare, canaries, ports.rule(), now));
    }

    private void apply(Proposal proposal) {
        switch (moves.apply(proposal)) {
            case VariableMoves.Move.Made(var version, var atNextStart) -> {
                if (atNextStart) {
                    ports.trials().renew();
                }
                move(proposal, (at, now) -> Staging.applied(at, version, ports.rule(), now));
            }
            case VariableMoves.Move.Never(var why) -> reject(proposal, why);
            case VariableMoves.Move.Later() -> {}
        }
    }

    private void watch(Proposal proposal) {
        Fare fare = ports.reports().fare();
        move(proposal, (at, now) -> Staging.watched(at, fare, ports.rule(), now));
    }

    private void revert(Proposal proposal) {
        switch (moves.revert(proposal)) {
            case VariableMoves.Move.Made(_, var atNextStart) -> {
                if (atNextStart) {
                    ports.trials().renew();
                }
                move(proposal, Staging::reverted);
            }
            case VariableMoves.Move.Never(_), VariableMoves.Move.Later() -> {}
        }
    }

    private void move(Proposal proposal, BiFunction<Proposal, Instant, Ruling> rule) {
        var _ = ruled(proposal, rule);
    }

    private Optional<Ruling> ruled(Proposal proposal, BiFunction<Proposal, Instant, Ruling> rule) {
        return ports.proposals().change(proposal.id(), "goes on", DRIVER, rule);
    }
}
