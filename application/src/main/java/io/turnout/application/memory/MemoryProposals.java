package io.turnout.application.memory;

import io.turnout.application.setting.Proposals;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Refusal;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.ProposalRecords;
import io.turnout.domain.setting.Ruling;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Proposals in memory. Steps come one after another, whatever the proposal.
public final class MemoryProposals implements Proposals {
    private final MemoryAuditTrail trail;
    private final InstantSource clock;
    private final List<Kept> kept = new ArrayList<>();

    public MemoryProposals(MemoryAuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    private static final class Kept {
        private Proposal proposal;
        private final List<Entry> history = new ArrayList<>();
        private Instant lookedAt = Instant.MIN;

        private Kept(Proposal proposal) {
            this.proposal = proposal;
        }
    }

    @Override
    public synchronized Proposal add(ProposalId id, Proposal.Terms terms, Author author) {
        Kept one = new Kept(Proposal.checked(id, terms, clock.instant()));
        kept.addFirst(one);
        record(one, "propose", author);
        return one.proposal;
    }

    private void record(Kept one, String verb, Author author) {
        var _ = trail.append(ProposalRecords.of(one.proposal, verb, author));
        one.history.addFirst(
                new Entry(
                        one.proposal.version(),
                        clock.instant(),
                        author.actor(),
                        verb,
                        one.proposal.stage(),
                        one.proposal.progress().note()));
    }

    @Override
    public synchronized Optional<Proposal> find(ProposalId id) {
        return one(id).map(found -> found.proposal);
    }

    private Optional<Kept> one(ProposalId id) {
        return kept.stream().filter(one -> one.proposal.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<Proposal> list(int limit) {
        return kept.stream().limit(limit).map(one -> one.proposal).toList();
    }

    @Override
    public synchronized Optional<Ruling> change(
            ProposalId id, String verb, Author author, BiFunction<Proposal, Instant, Ruling> rule) {
        return one(id).map(found -> change(found, verb, author, rule));
    }

    private Ruling change(
            Kept one, String verb, Author author, BiFunction<Proposal, Instant, Ruling> rule) {
        Ruling ruling = rule.apply(one.proposal, clock.instant());
        if (ruling instanceof Ruling.Taken(var after)) {
            if (after.stage().isUnderWay() && !one.proposal.stage().isUnderWay() && isBusy()) {
                return new Ruling.Refused(Refusal.NOT_NOW);
            }
            one.proposal = after;
            record(one, verb, author);
        }
        return ruling;
    }

    private boolean isBusy() {
        return kept.stream().anyMatch(one -> one.proposal.stage().isUnderWay());
    }

    @Override
    public synchronized Optional<ProposalId> due() {
        Instant now = clock.instant();
        Predicate<Kept> isUnderWay = one -> one.proposal.stage().isUnderWay();
        Optional<Kept> due =
                isBusy()
                        ? kept.stream().filter(isUnderWay).findFirst()
                        : eldest(one -> one.proposal.mayBegin());
        return due.filter(one -> one.lookedAt.isBefore(now.minus(REST)))
                .map(
                        one -> {
                            one.lookedAt = now;
                            return one.proposal.id();
                        });
    }

    private Optional<Kept> eldest(Predicate<Kept> which) {
        Stream<Kept> all = kept.reversed().stream();
        return all.filter(which).findFirst();
    }

    @Override
    public synchronized List<Entry> history(ProposalId id, int limit) {
        return one(id).map(found -> found.history.stream().limit(limit).toList()).orElse(List.of());
    }
}
